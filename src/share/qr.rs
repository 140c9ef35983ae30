//! An address as a square that a phone reads.

use qrcodegen::{QrCode, QrCodeEcc};

/// How wide the light rim is that a reader needs, in modules.
const QUIET: i32 = 4;

/// A square of dark and light modules, with its light rim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// How many modules wide and high it is, the rim included: the view box of the drawing is `0 0 size size`.
    pub size: usize,
    /// The dark modules as the path of an SVG, a module being one unit. They are dark on light whatever the theme: many readers
    /// cannot read the other way round.
    pub path: String,
}

/// The code of an address. It can be read when 15 per cent of it is hidden or spoiled (level M), and more where that costs no
/// room. Nothing for more than 2,331 bytes, which no code of that level holds.
#[must_use]
pub fn qr(address: &str) -> Option<Code> {
    let code = QrCode::encode_binary(address.as_bytes(), QrCodeEcc::Medium).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size())
                .take_while(|x| code.get_module(*x, y))
                .count() as i32;
            if run > 0 {
                let (left, top) = (x + QUIET, y + QUIET);
                path.push_str(&format!("M{left} {top}h{run}v1h-{run}z"));
            }
            x += run.max(1);
        }
    }
    let size = usize::try_from(code.size() + 2 * QUIET).ok()?;
    Some(Code { size, path })
}
