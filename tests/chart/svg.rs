//! A chart as a picture that a browser shows, with the plainest look that tells every role from the others.

use transition_map::chart::{Chart, Frame, Mark, Role};
use transition_map::journey::{Point, path};
use transition_map::markup::tenths;

const LOOK: &str = "\
text { font-family: sans-serif; fill: #1b1f24 } .label, .unknown-note { fill: #59636e } .strong { font-weight: bold }
line, path { stroke: #1b1f24; fill: none; stroke-width: 2 } .grid { stroke: #d9d6cd; stroke-width: 1 }
.axis, .pole, .target-range { stroke: #59636e; stroke-width: 1 } .dash { stroke-width: 1; stroke-dasharray: 3 3 }
circle { fill: #fff; stroke: #1b1f24; stroke-width: 2 } rect { stroke: #fff; fill: #999 } .range { stroke-width: 1.5 }
.flag { fill: #1b1f24 } .flag-open { fill: #fff; stroke-width: 1.5 } .target { fill: #fff; stroke: #1b1f24; stroke-width: 1.5 }
.unknown { fill: #fff; stroke: #59636e; stroke-width: 1.5; stroke-dasharray: 1.5 3 } .stated { fill: #fff; stroke: #59636e }
.bar-1 { fill: #1f5fa8 } .bar-2 { fill: #1c7471 } .bar-3 { fill: #4f741a } .bar-4 { fill: #ad5009 } .bar-5 { fill: #9c2f5e }
.bar-other { fill: #5a3e9b } .unfunded { fill: #ddd; stroke: #59636e } .undivided { fill: #bbb; stroke: #59636e }
.upto { fill: #fff; stroke: #59636e; stroke-dasharray: 4 2 }";

/// The chart as SVG, a mark a line.
pub fn picture(chart: &Chart) -> String {
    let (w, h) = (tenths(chart.size.0), tenths(chart.size.1));
    let marks: Vec<String> = chart.marks.iter().map(mark).collect();
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\">\n{}\n</svg>\n",
        marks.join("\n")
    )
}

/// Charts with their words, as a page.
pub fn page(charts: &[Chart]) -> String {
    let mut page = format!(
        "<meta charset=\"utf-8\"><style>body {{ font-family: sans-serif; margin: 10px }}\n{LOOK}</style>\n"
    );
    for chart in charts {
        page += &format!(
            "<h3 style=\"max-width: {}px\">{}</h3>",
            chart.size.0, chart.title
        );
        page += &picture(chart);
        let key = |role: &Role| {
            format!(
                "<svg width=\"16\" height=\"12\"><rect class=\"{}\" width=\"14\" height=\"10\"/></svg> ",
                role.as_str()
            )
        };
        page += "<p>";
        for (role, words) in &chart.legend {
            page += &format!("{}{words} &nbsp; ", key(role));
        }
        for words in chart.what.iter().chain(&chart.source) {
            page += &format!("<p style=\"max-width: {}px\">{words}", chart.size.0);
        }
        for tray in &chart.tray {
            let items: Vec<&str> = tray.items.iter().map(|it| it.label.as_str()).collect();
            page += &format!("<p><b>{}</b> {}", tray.title, items.join("; "));
        }
        page += "<hr>";
    }
    page
}

fn at(name: [&str; 2], at: Point) -> String {
    format!(
        " {}=\"{}\" {}=\"{}\"",
        name[0],
        tenths(at.x),
        name[1],
        tenths(at.y)
    )
}

fn mark(mark: &Mark) -> String {
    let class = format!("class=\"{}\"", mark.role().as_str());
    match mark {
        Mark::Line { from, to, .. } => {
            format!(
                "<line {class}{}{}/>",
                at(["x1", "y1"], *from),
                at(["x2", "y2"], *to)
            )
        }
        Mark::Path { points, closed, .. } => {
            format!(
                "<path {class} d=\"{}{}\"/>",
                path(points),
                if *closed { "Z" } else { "" }
            )
        }
        Mark::Rect { frame, .. } => {
            let Frame { x, y, w, h } = *frame;
            let (w, h) = (tenths(w), tenths(h));
            format!(
                "<rect {class}{} width=\"{w}\" height=\"{h}\"/>",
                at(["x", "y"], Point { x, y })
            )
        }
        Mark::Circle {
            at: center, radius, ..
        } => {
            format!(
                "<circle {class}{} r=\"{}\"/>",
                at(["cx", "cy"], *center),
                tenths(*radius)
            )
        }
        Mark::Text {
            at: place,
            anchor,
            words,
            size,
            ..
        } => format!(
            "<text {class}{} text-anchor=\"{}\" font-size=\"{}\">{}</text>",
            at(["x", "y"], *place),
            anchor.as_str(),
            tenths(*size),
            words.replace('&', "&amp;").replace('<', "&lt;"),
        ),
    }
}
