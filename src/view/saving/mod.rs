//! Hands over what the reader takes home as a file: the list that is shown, the contract, the figures of a chart, a picture
//! of what is drawn, the app as one file.

mod sheets;

use super::act::Saved;
use super::desk::{Desk, Open};
use super::header::view_name;
use super::{opening, portfolio, share};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::chart::Chart;
use crate::contract::Item;
use crate::contract::index::{INDEX_FORMAT, Index};
use crate::contract::table::{out, own, slug};
use crate::contract::word::Content;
use crate::host::picture::{self, Caption, Format, Picture, Subject};
use crate::host::single::{self, About};
use crate::host::{download, page, whole};
use crate::portfolio as plan;
use crate::state::View;
use crate::text::{case, date, number, vocabulary};

const CSV: &str = "text/csv;charset=utf-8";

/// Hands it over; says so on the page when that cannot be.
pub fn save(desk: Desk, what: Saved) {
    if desk.get(|s| s.state.view == View::Share) {
        // It is the view that is handed on which is taken home: drawn first.
        share::step::show(desk);
        return desk.next_frame(move || desk.next_frame(move || save(desk, what)));
    }
    if desk.get(|s| s.unsaved.is_some()) {
        desk.set(|s| s.unsaved = None);
    }
    match what {
        Saved::Svg | Saved::Png | Saved::Square | Saved::ChartSvg(_) | Saved::ChartPng(_) => {
            save_picture(desk, what);
        }
        Saved::Page => save_page(desk),
        Saved::Index => save_index(desk),
        _ => save_data(desk, what),
    }
}

fn save_data(desk: Desk, what: Saved) {
    desk.get(|session| {
        let Some(open) = session.open_compared() else {
            return;
        };
        let put = |what: &str, text: String| {
            let name = format!("{}-{what}.csv", name(&open));
            download::save(&name, CSV, text.as_bytes());
        };
        match what {
            Saved::List => put(open.state.view.as_str(), list(&open)),
            Saved::Chart(at) => {
                let charts = portfolio::charts::of(session, &open);
                let Some(chart) = charts.get(at) else { return };
                let cell = |words: &String| match number::plain(words, open.lang) {
                    Some(value) => out::Cell::Number(value),
                    None => out::Cell::Words(words.clone()),
                };
                let rows = chart.table.rows.iter();
                let rows: Vec<Vec<out::Cell>> =
                    rows.map(|row| row.iter().map(cell).collect()).collect();
                let text = out::sheet(&chart.table.head, &rows, open.lang);
                put(&format!("{}-{}", chart.kind.as_str(), at + 1), text);
            }
            Saved::Contract => {
                let front = session.front.as_deref().unwrap_or_default();
                let kept = desk.root.with_value(|root| whole::file(root, front));
                if let Some(bytes) = kept {
                    let name = format!("{}.json", slug::slug(&open.contract.municipality.name));
                    download::save(&name, "application/json", &bytes);
                }
            }
            Saved::Matrix => put("joint", sheets::matrix(session, &open)),
            Saved::Strands => put("strands", sheets::strands(&open)),
            Saved::Missing => put("missing", sheets::missing(&open)),
            _ => {}
        }
    });
}

/// The contracts that there are, which needs none of them to be open.
fn save_index(desk: Desk) {
    let text = desk.get(sheets::index);
    download::save("klimatkontrakt.csv", CSV, text.as_bytes());
}

fn fail(desk: Desk, what: Saved) {
    desk.set(|s| s.unsaved = Some(what));
}

fn save_picture(desk: Desk, what: Saved) {
    let format = if what == Saved::Square {
        Format::Square
    } else {
        Format::Natural
    };
    let Some((name, picture)) = desk.get(|session| {
        let open = session.open()?;
        let subject = match what {
            Saved::ChartSvg(at) | Saved::ChartPng(at) => {
                let charts = portfolio::charts::of(session, &open);
                of_chart(&open, charts.get(at)?, at)
            }
            _ => of_view(&open),
        };
        let name = format!("{}-{}", name(&open), subject.name);
        Some((name, draw(desk, &open, &subject, format)?))
    }) else {
        return fail(desk, what);
    };
    if matches!(what, Saved::Svg | Saved::ChartSvg(_)) {
        let bytes = picture.svg.as_bytes();
        return download::save(&format!("{name}.svg"), "image/svg+xml", bytes);
    }
    let (end, scale) = match format {
        Format::Square => ("-square", 1.0),
        Format::Natural => ("", 2.0),
    };
    spawn_local(async move {
        match picture::png(&picture, scale).await {
            Some(bytes) => download::save(&format!("{name}{end}.png"), "image/png", &bytes),
            None => fail(desk, what),
        }
    });
}

/// What a picture is of: what its file is called, what stands over it and under it, and where it is on the page.
struct Taken {
    name: String,
    title: String,
    source: Vec<String>,
    subject: Subject,
}

fn of_view(open: &Open<'_>) -> Taken {
    let (version, lang, t) = (open.version(), open.lang, open.t);
    let mut title = format!(
        "{} · {} · {} {}",
        open.contract.municipality.name,
        view_name(open.state.view, t),
        case::lower(t.version),
        version.label
    );
    if version.content != Content::Full {
        title += &format!(" ({})", vocabulary::content(version.content, lang));
    }
    let document = version.document.as_ref();
    let document = document.and_then(|id| open.contract.document(id));
    let document = document.map_or(t.not_stated, |it| {
        open.contract.text(&it.id, "title", &it.title, lang).0
    });
    Taken {
        name: open.state.view.as_str().to_owned(),
        title,
        source: vec![format!("{}: {document}", t.source)],
        subject: Subject::view(),
    }
}

/// A chart, with what has no place on its axes, and all that is to be known of it.
fn of_chart(open: &Open<'_>, chart: &Chart, at: usize) -> Taken {
    let mut source: Vec<String> = chart
        .tray
        .iter()
        .map(|it| format!("{}.", it.title))
        .collect();
    source.extend(chart.what.iter().cloned());
    source.extend(chart.source.clone());
    Taken {
        name: format!("{}-{}", chart.kind.as_str(), at + 1),
        title: format!("{} · {}", open.contract.municipality.name, chart.title),
        source,
        subject: Subject::chart(&portfolio::charts::id(at)),
    }
}

/// The picture with what it shows written over it, and under it where that comes from.
fn draw(desk: Desk, open: &Open<'_>, taken: &Taken, format: Format) -> Option<Picture> {
    let mut title = taken.title.clone();
    if open.contract.example {
        title += &format!(" · {}", open.t.example);
    }
    let mut where_from = date::day(page::today(), open.lang);
    if let Some(address) = link(open) {
        where_from = format!("{address} · {where_from}");
    }
    let mut source = taken.source.clone();
    source.push(where_from);
    let caption = Caption {
        title: &title,
        source: &source,
        lang: open.lang.as_str(),
    };
    desk.root
        .with_value(|root| picture::take(root, &taken.subject, &caption, format))
}

/// The address of what is shown: of the app alone when a contract is on no web.
fn link(open: &Open<'_>) -> Option<String> {
    let address = page::address()?;
    let query = open.state.to_query();
    let reachable = !open.state.references().any(opening::is_local);
    Some(if reachable { address + &query } else { address })
}

/// The whole app with the contracts that are open. It is made of the files of the page, which are fetched once more.
fn save_page(desk: Desk) {
    let Some((name, title, lang, t, query, references, index)) = desk.get(|session| {
        let (open, state) = (session.open()?, &session.state);
        let references: Vec<String> = (state.references())
            .filter(|it| session.has(it))
            .map(str::to_owned)
            .collect();
        // Those of the others could not be opened.
        let mut within = session.built_in.clone();
        within.retain(|it| references.iter().any(|held| held == it.id.as_str()));
        let index = (!within.is_empty()).then(|| {
            let index = Index {
                format: INDEX_FORMAT.to_owned(),
                contracts: within,
            };
            serde_json::to_string(&index).expect("an index has only texts and numbers")
        });
        let title = format!("{} · {}", open.contract.municipality.name, open.t.app);
        let query = state.to_query();
        Some((
            name(&open),
            title,
            open.lang,
            open.t,
            query,
            references,
            index,
        ))
    }) else {
        return;
    };
    let root = desk.root.with_value(|root| (**root).clone());
    spawn_local(async move {
        let mut saved = format!("{} {}", t.saved_from, date::day(page::today(), lang));
        if let Some(address) = page::address() {
            saved += &format!(", {address}");
        }
        let about = About {
            title: &title,
            lang: lang.as_str(),
            what: t.one_file,
            saved: &saved,
            query: &query,
            references,
            index,
        };
        match single::page(&root, &about).await {
            Some(file) => {
                download::save(&format!("{name}.html"), "text/html", file.as_bytes());
            }
            None => fail(desk, Saved::Page),
        }
    });
}

/// What a file of the version in focus is called, without what it holds.
fn name(open: &Open<'_>) -> String {
    let version = open.version().label.replace('/', "-");
    let whose = &open.contract.municipality.name;
    slug::slug(&format!("{whose} {version}"))
}

/// The items of the version in focus that the filters let through, as a table. What only another version has is not in it.
fn list(open: &Open<'_>) -> String {
    let shown = open.items();
    let admitted: Vec<_> = (shown.iter())
        .filter(|it| !it.gone && open.admits(it))
        .map(|it| it.item)
        .collect();
    let in_view = |item: &Item<'_>| match open.state.view {
        View::Portfolio => plan::holds(item),
        _ => true,
    };
    let keep = |item: &Item<'_>| in_view(item) && admitted.iter().any(|it| it.id() == item.id());
    own::write(open.contract, open.at, &keep, open.lang)
}
