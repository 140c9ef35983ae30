//! WebDriver BiDi: commands and events on one socket.

use std::net::TcpStream;
use std::time::Duration;

use serde_json::{Value, json};
use tungstenite::{Message, WebSocket};

/// A socket on which a browser answers commands, and tells what happens in between.
pub struct Bidi {
    socket: WebSocket<TcpStream>,
    commands: u32,
    events: Vec<Value>,
}

impl Bidi {
    /// Opens the socket that a session has at this address, `ws://host:port/path`.
    pub fn connect(url: &str) -> Self {
        let host = url
            .strip_prefix("ws://")
            .and_then(|it| it.split('/').next());
        let stream = TcpStream::connect(host.expect("the driver says where its socket is"))
            .expect("the browser listens");
        stream
            .set_read_timeout(Some(Duration::from_secs(60)))
            .expect("a time is set");
        let (socket, _) = tungstenite::client(url, stream).expect("the browser opens its socket");
        Self {
            socket,
            commands: 0,
            events: Vec::new(),
        }
    }

    /// Sends a command, and returns its result.
    pub fn command(&mut self, method: &str, parameters: &Value) -> Result<Value, String> {
        self.commands += 1;
        let id = self.commands;
        let command = json!({ "id": id, "method": method, "params": parameters });
        self.socket
            .send(Message::text(command.to_string()))
            .map_err(|error| error.to_string())?;
        loop {
            let message = self.socket.read().map_err(|error| error.to_string())?;
            let Message::Text(text) = message else {
                continue;
            };
            let mut message: Value =
                serde_json::from_str(&text).map_err(|error| format!("{error} in {text}"))?;
            if message["type"] == "event" {
                self.events.push(message);
            } else if message["id"] == id {
                return match message.get("error") {
                    Some(error) => Err(format!("{error}: {}", message["message"])),
                    None => Ok(message["result"].take()),
                };
            }
        }
    }

    /// The events that have come since this was last asked, in their order.
    pub fn events(&mut self) -> Vec<Value> {
        std::mem::take(&mut self.events)
    }
}
