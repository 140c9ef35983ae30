//! The commitments: every promise as a strand through the versions, grouped, with the lessons between the versions; and
//! the same as a list.
//!
//! Longer than most: a strand is told twice, drawn and in words, and both must say the same.

use super::act::Act;
use super::desk::{Look, Open};
use super::header::{choice, view_name};
use super::map::label;
use super::shape::{self, colour, glyph};
use super::{Node, changes, facts, links, list, matrix};
use crate::contract::change::strand::{Knot, Strand, Strands};
use crate::contract::word::{Content, PartyKind, Process, Status};
use crate::contract::{Change, Id, Item, Kind, Step};
use crate::journey::strands::{self, Bundle, Row, Weave};
use crate::journey::{Point, label as measure};
use crate::markup::{el, tenths};
use crate::state::{Action, Form, Group};
use crate::text::{case, number, vocabulary};

/// Half a knot where nothing changed, and half one that carries a sign.
const PLAIN: f64 = 8.5;
const SIGNED: f64 = 12.5;

/// The view: drawn, or as a list.
pub fn view(look: &Look<'_>, open: &Open<'_>) -> Node {
    let all = open.contract.strands();
    let bundles = bundles(open, &all);
    let page = el("div")
        .set("class", "tm-stage tm-strands")
        .children(matrix::matrix(look, open))
        .children(changes::summary(look).map(|it| it.key("changes")))
        .children(list::unread(open).map(|it| it.key("unread")));
    let nothing = bundles.is_empty().then(|| {
        let words = if all.strands.is_empty() {
            open.t.no_promises
        } else {
            open.t.no_match
        };
        el("p")
            .key("nothing")
            .set("class", "tm-nothing")
            .text(words)
    });
    let drawn = open.state.form == Form::Graphic && look.session.room.0 > 0.0;
    let told = !drawn || look.session.printing;
    let page = page.children(nothing).children(
        (drawn && !bundles.is_empty()).then(|| drawing(look, open, &all, &bundles).key("drawing")),
    );
    page.children((drawn && !bundles.is_empty()).then(|| {
        el("p")
            .key("keys")
            .set("class", "tm-keys")
            .set("id", "tm-keys")
            .text(open.t.keys_strands)
    }))
    .children(told.then(|| in_words(open, &all, &bundles).key("list")))
    .children(unread_numbers(open).map(|it| it.key("numbers")))
    .children(lessons(open).map(|it| it.key("lessons")))
}

/// What the strands are grouped by.
pub fn chooser(open: &Open<'_>) -> Node {
    let t = open.t;
    let names = [
        (Group::Party, t.party),
        (Group::Process, t.process),
        (Group::Focus, t.focus_area),
    ];
    let options = names.map(|(group, name)| (group.as_str().to_owned(), name.to_owned()));
    choice(t.group_by, open.state.group.as_str(), options, |value| {
        Act::Do(Action::Group(Group::parse(&value).unwrap_or(Group::Party)))
    })
}

/// The knot of a strand that stands for it: the one in the version in focus, else the last before, else the first.
fn now<'s, 'a>(strand: &'s Strand<'a>, at: usize) -> &'s Knot<'a> {
    let before = strand.knots.iter().rfind(|it| it.version <= at);
    before.unwrap_or(&strand.knots[0])
}

/// The title of a promise: a joint commitment with its number.
fn title(open: &Open<'_>, item: &Item<'_>) -> String {
    let title = facts::title(open.contract, item, open.lang).0;
    match item {
        Item::Commitment(it) if it.shared => match it.number {
            Some(number) => format!("{number} · {title}"),
            None => title,
        },
        _ => title,
    }
}

/// Whether the filters let a strand through: one of its knots, and what became of it.
fn admits(open: &Open<'_>, strand: &Strand<'_>) -> bool {
    let passes = |knot: &Knot<'_>| open.state.admits(&knot.item, open.contract);
    let change = open.state.change.filter(|_| open.comparison.is_some());
    strand.knots.iter().any(passes)
        && change.is_none_or(|change| {
            let comparison = open.comparison.as_deref();
            let now = strand.knots.iter().find(|it| it.version == open.at);
            let delta = match now {
                Some(knot) => comparison.and_then(|it| it.of(knot.item.id())),
                None => comparison.and_then(|it| {
                    let own = |item: &Item<'_>| {
                        strand.knots.iter().any(|knot| knot.item.id() == item.id())
                    };
                    it.gone().find(|delta| delta.before.iter().any(own))
                }),
            };
            delta.is_some_and(|it| it.change == change)
        })
}

/// The strands that the filters let through, under their headings.
fn bundles(open: &Open<'_>, all: &Strands<'_>) -> Vec<Bundle> {
    let mut bundles: Vec<(usize, Bundle)> = Vec::new();
    for (number, strand) in all.strands.iter().enumerate() {
        if !admits(open, strand) {
            continue;
        }
        let knot = now(strand, open.at);
        let (order, name) = heading(open, &knot.item);
        let entry = (number, title(open, &knot.item));
        match bundles.iter_mut().find(|(_, it)| it.name == name) {
            Some((_, bundle)) => bundle.strands.push(entry),
            None => {
                let at = bundles.partition_point(|(other, _)| *other <= order);
                let strands = vec![entry];
                bundles.insert(at, (order, Bundle { name, strands }));
            }
        }
    }
    bundles.into_iter().map(|(_, it)| it).collect()
}

/// The heading that a promise stands under, and its place among the headings.
fn heading(open: &Open<'_>, item: &Item<'_>) -> (usize, String) {
    let (contract, lang, t) = (open.contract, open.lang, open.t);
    let last = usize::MAX;
    match open.state.group {
        Group::Party => {
            // For whom nobody is named, it is the municipality's: as the filter has it.
            let municipality = || {
                contract
                    .parties
                    .iter()
                    .find(|it| it.kind == Some(PartyKind::Municipality))
            };
            let named = item
                .parties()
                .first()
                .copied()
                .or_else(|| municipality().map(|it| &it.id));
            named.map_or((last, t.no_party.to_owned()), |id| {
                let place = contract.parties.iter().position(|it| &it.id == id);
                (place.unwrap_or(last), facts::party_name(contract, id, lang))
            })
        }
        Group::Process => {
            let process = match item {
                Item::Commitment(it) => it.process,
                // An action belongs to the process of the commitment that it serves.
                Item::Action(it) => served(open, &it.commitments),
                _ => None,
            };
            process.map_or((last, t.no_process.to_owned()), |it| {
                (
                    it as usize,
                    case::capitalised(vocabulary::process(it, lang)),
                )
            })
        }
        Group::Focus => {
            let area = item.focus_areas().first();
            let place = area.and_then(|id| contract.focus_areas.iter().position(|it| &it.id == id));
            place.map_or((last, case::capitalised(t.cross_cutting)), |place| {
                let area = &contract.focus_areas[place];
                (
                    place,
                    contract
                        .text(&area.id, "title", &area.title, lang)
                        .0
                        .to_owned(),
                )
            })
        }
    }
}

/// The development process of the first commitment that an action serves.
fn served(open: &Open<'_>, commitments: &[Id]) -> Option<Process> {
    let versions = open.contract.versions.iter();
    let mut all = versions.flat_map(|it| &it.commitments);
    all.find_map(|it| {
        let serves =
            commitments.contains(&it.id) || it.measures.iter().any(|m| commitments.contains(&m.id));
        it.process.filter(|_| serves)
    })
}

/// The versions over the strands, and the strands.
fn drawing(look: &Look<'_>, open: &Open<'_>, all: &Strands<'_>, bundles: &[Bundle]) -> Node {
    let versions = &open.contract.versions;
    let weave = Weave::new(bundles, versions.len(), look.session.room.0);
    let wider = weave.width > look.session.room.0 + 0.5;
    let name = format!(
        "{}: {}",
        view_name(open.state.view, open.t),
        open.contract.municipality.name
    );
    let shown = |strand: usize| weave.row(strand).is_some();
    let reachable = reachable(look, open, all, &weave);
    let mut back = el("g").set("class", "tm-ground");
    for (at, x) in weave.columns.iter().enumerate() {
        let class = match versions[at].content {
            Content::DocumentOnly => "tm-column tm-unknown-column",
            _ if at == open.at => "tm-column tm-now",
            _ => "tm-column",
        };
        let (x, foot) = (tenths(*x), tenths(weave.height));
        back = back.child(
            el("path")
                .set("class", class)
                .set("d", format!("M{x} 0V{foot}")),
        );
    }
    let headings = weave
        .headings
        .iter()
        .map(|(place, at)| label("tm-group-name", *at, 15.0, &bundles[*place].name));
    let ties = all
        .ties
        .iter()
        .filter(|it| shown(it.from.0) && shown(it.to.0));
    let ties = ties.filter_map(|it| {
        let knot = &all.strands[it.to.0].knots[0];
        let line = el("path")
            .set("class", "tm-strand")
            .class(colour(step(&knot.item)));
        let ahead = it.to.1 > open.at;
        Some(
            line.class_if(ahead, "tm-ahead")
                .set("d", weave.tie(it.from, it.to)?),
        )
    });
    let rows = weave.rows.iter().map(|row| {
        let marks = Marks {
            open,
            weave: &weave,
            row,
            reachable,
        };
        marks.strand(&all.strands[row.strand], all)
    });
    let svg = el("svg")
        .set("class", "tm-drawing tm-weave")
        .num("width", weave.width)
        .num("height", weave.height)
        .set(
            "viewBox",
            format!("0 0 {} {}", tenths(weave.width), tenths(weave.height)),
        )
        .set("role", "group")
        .set("aria-label", name)
        .set("aria-describedby", "tm-keys")
        .child(back)
        .child(printed_heads(open, &weave))
        .child(el("g").set("class", "tm-labels").children(headings))
        .child(el("g").set("class", "tm-ties").children(ties))
        .child(el("g").set("class", "tm-marks").children(rows));
    let whole = el("div")
        .set("class", "tm-weave-holder")
        .class_if(wider, "tm-wider")
        .child(heads(open, &weave))
        .child(svg);
    if wider {
        whole
            .set("tabindex", "0")
            .set("role", "region")
            .set("aria-label", open.t.turns)
    } else {
        whole
    }
}

fn step(item: &Item<'_>) -> Option<Step> {
    item.steps().first().copied()
}

/// The versions, each over its column; they stay at the top while the page scrolls.
fn heads(open: &Open<'_>, weave: &Weave) -> Node {
    let heads = open
        .contract
        .versions
        .iter()
        .zip(&weave.columns)
        .enumerate();
    let heads = heads.map(|(at, (version, x))| {
        let unread = version.content == Content::DocumentOnly;
        el("button")
            .set("type", "button")
            .set("class", "tm-turn tm-version-head")
            .class_if(unread, "tm-document_only")
            .set("style:left", format!("{}px", tenths(*x)))
            .set("aria-pressed", (at == open.at).to_string())
            .text(&version.label)
            .children(unread.then(|| el("small").text(open.t.not_read)))
            .press(Act::Do(Action::FocusVersion(version.label.clone())))
    });
    el("div")
        .set("class", "tm-version-heads")
        .set("style:width", format!("{}px", tenths(weave.width)))
        .children(heads)
}

/// The same on paper, where the drawing takes another width than the page around it.
fn printed_heads(open: &Open<'_>, weave: &Weave) -> Node {
    let heads = open.contract.versions.iter().zip(&weave.columns);
    let heads = heads.map(|(version, x)| {
        label(
            "tm-signing-name",
            Point { x: *x, y: 13.0 },
            13.0,
            &version.label,
        )
        .set("text-anchor", "middle")
    });
    el("g")
        .set("class", "tm-printed")
        .set("aria-hidden", "true")
        .children(heads)
}

/// The knot that Tab reaches: the one that the keyboard was at, else that of the first strand.
fn reachable(look: &Look<'_>, open: &Open<'_>, all: &Strands<'_>, weave: &Weave) -> (usize, usize) {
    let knots = |row: &Row| {
        all.strands[row.strand]
            .knots
            .iter()
            .map(|it| (it.version, it.item.id().clone()))
            .collect::<Vec<_>>()
    };
    let mut first = None;
    for row in &weave.rows {
        for (version, id) in knots(row) {
            let is_active = look.session.active.as_ref() == Some(&id);
            let is_at = look.session.active_version.unwrap_or(open.at) == version;
            if is_active && is_at {
                return (row.strand, version);
            }
            first = first.or((version == open.at).then_some((row.strand, version)));
        }
    }
    let any = weave
        .rows
        .first()
        .map(|row| (row.strand, all.strands[row.strand].knots[0].version));
    first.or(any).unwrap_or_default()
}

/// What the marks of one row are made from.
struct Marks<'m> {
    open: &'m Open<'m>,
    weave: &'m Weave,
    row: &'m Row,
    reachable: (usize, usize),
}

impl Marks<'_> {
    /// A strand: its title, its line and its knots.
    fn strand(&self, strand: &Strand<'_>, all: &Strands<'_>) -> Node {
        let (open, row) = (self.open, self.row);
        let current = now(strand, open.at);
        let selected = strand
            .knots
            .iter()
            .any(|it| open.state.item.as_ref() == Some(it.item.id()));
        let lines = row.lines.iter().enumerate().map(|(i, line)| {
            el("tspan")
                .num("x", row.text.x)
                .num("y", row.text.y + strands::LINE * i as f64)
                .text(line)
        });
        let words = el("g")
            .set("class", "tm-row")
            .class_if(selected, "tm-selected")
            .set("aria-hidden", "true")
            .child(
                el("rect")
                    .set("x", "2")
                    .num("y", row.top)
                    .num("width", self.weave.width - 4.0)
                    .num("height", row.height)
                    .set("rx", "6"),
            )
            .child(el("text").num("font-size", strands::TEXT).children(lines))
            .press(self.choose(current));
        let mut group = el("g")
            .set("class", "tm-line")
            .class(colour(step(&current.item)))
            .child(words)
            .children(self.stretches(strand, all));
        for knot in &strand.knots {
            group = group.child(self.knot(knot, selected));
        }
        group.children(strand.end.map(|(at, change)| self.end(at, change, strand)))
    }

    /// What pressing a knot does: its version comes into focus, and it is selected there.
    fn choose(&self, knot: &Knot<'_>) -> Act {
        let label = self.open.contract.versions[knot.version].label.clone();
        Act::DoAll(vec![
            Action::FocusVersion(label),
            Action::Select(knot.item.id().clone()),
        ])
    }

    fn x(&self, version: usize) -> f64 {
        self.weave.columns[version]
    }

    /// The line from knot to knot: thin where a version between is not transcribed, or lacks it; faint beyond the version
    /// in focus; dashed on from the last version while the promise stands.
    fn stretches(&self, strand: &Strand<'_>, all: &Strands<'_>) -> Vec<Node> {
        let line = |from: f64, to: f64, class: &str| {
            let d = format!("M{} {}H{}", tenths(from), tenths(self.row.y), tenths(to));
            el("path")
                .set("class", "tm-strand")
                .class(class)
                .set("d", d)
        };
        let mut lines = Vec::new();
        for pair in strand.knots.windows(2) {
            let (from, to) = (pair[0].version, pair[1].version);
            let node = line(
                self.x(from),
                self.x(to),
                if to == from + 1 {
                    "tm-whole"
                } else {
                    "tm-thin"
                },
            );
            lines.push(node.class_if(to > self.open.at, "tm-ahead"));
        }
        let Some(last) = strand.knots.last() else {
            return lines;
        };
        if let Some((at, _)) = strand.end {
            let node = line(self.x(last.version), self.x(at), "tm-thin");
            lines.push(node.class_if(at > self.open.at, "tm-ahead"));
        }
        let ended = matches!(last.item.status(), Some(Status::Done | Status::Dropped));
        let goes_on = last.version + 1 == self.weave.columns.len() && !ended;
        let becomes_another = all
            .ties
            .iter()
            .any(|it| it.from == (self.row.strand, last.version));
        if goes_on && !becomes_another {
            let x = self.x(last.version);
            let onward = line(
                x + 14.0,
                (x + 60.0).min(self.weave.width - 4.0),
                "tm-onward",
            );
            lines.push(onward.class_if(last.version > self.open.at, "tm-ahead"));
        }
        lines
    }

    /// A knot: the promise in one version.
    fn knot(&self, knot: &Knot<'_>, selected: bool) -> Node {
        let (open, item) = (self.open, &knot.item);
        let here = (self.row.strand, knot.version);
        let sign = knot.change.filter(|it| *it != Change::Same);
        let label = &open.contract.versions[knot.version].label;
        let mut name = format!("{}, {}", title(open, item), label);
        if let Some(change) = knot.change {
            name += &format!(", {}", vocabulary::change(change, open.lang));
        }
        let at = Point {
            x: self.x(knot.version),
            y: self.row.y,
        };
        el("g")
            .set("class", "tm-mark tm-knot")
            .class_if(knot.version > open.at, "tm-ahead")
            .class_if(selected && knot.version == open.at, "tm-selected")
            .set(
                "transform",
                format!("translate({} {})", tenths(at.x), tenths(at.y)),
            )
            .set("role", "button")
            .set("tabindex", if self.reachable == here { "0" } else { "-1" })
            .set(
                "aria-pressed",
                (selected && knot.version == open.at).to_string(),
            )
            .set("aria-label", name)
            .set("data-item", item.id().as_str())
            .set("data-kind", item.kind().as_str())
            .maybe("data-step", step(item).map(Step::as_str))
            .maybe("data-change", knot.change.map(Change::as_str))
            .set("data-version", label)
            .set("data-row", self.row.strand.to_string())
            .set("data-column", knot.version.to_string())
            .child(el("circle").set("class", "tm-reach").set("r", "22"))
            .child(body(item.kind(), sign))
            .children(sign.map(changes::stroke))
            .children(self.word(sign, at))
            .press(self.choose(knot))
            .on("focusin", Act::ReachKnot(item.id().clone(), knot.version))
    }

    /// Where a strand is gone: the version that no longer has it, with what became of it.
    fn end(&self, at: usize, change: Change, strand: &Strand<'_>) -> Node {
        let point = Point {
            x: self.x(at),
            y: self.row.y,
        };
        let last = strand.knots.last().map(|it| it.item.id().as_str());
        el("g")
            .set("class", "tm-end")
            .class_if(at > self.open.at, "tm-ahead")
            .set(
                "transform",
                format!("translate({} {})", tenths(point.x), tenths(point.y)),
            )
            .set("role", "img")
            .set(
                "aria-label",
                format!(
                    "{}, {}: {}",
                    self.row.lines.join(" "),
                    self.open.contract.versions[at].label,
                    vocabulary::change(change, self.open.lang)
                ),
            )
            .maybe("data-ends", last)
            .set("data-change", change.as_str())
            .child(changes::badge(change, 9.0))
            .children(self.word(Some(change), point))
    }

    /// The word of a change, beside its knot where there is room.
    fn word(&self, change: Option<Change>, at: Point) -> Option<Node> {
        let words = vocabulary::change(change?, self.open.lang);
        let wide = measure::width(words, strands::WORD);
        let fits = self.weave.words && at.x + 18.0 + wide <= self.weave.width;
        fits.then(|| {
            let at = Point { x: 15.0, y: -9.0 };
            label("tm-word", at, strands::WORD, words).set("aria-hidden", "true")
        })
    }
}

/// The shape of a knot: a square for a commitment, a disc for an action; open and larger when it carries a sign.
fn body(kind: Kind, sign: Option<Change>) -> Node {
    let r = if sign.is_some() { SIGNED } else { PLAIN };
    let d = shape::outline(kind, if kind == Kind::Action { r / 0.84 } else { r });
    let filled = matches!(sign, None | Some(Change::Sharpened | Change::Weakened));
    el("path")
        .set("class", "tm-body")
        .class_if(!filled, "tm-open")
        .set("d", d)
}

/// The same in words: under each heading its strands, each with its versions.
fn in_words(open: &Open<'_>, all: &Strands<'_>, bundles: &[Bundle]) -> Node {
    let t = open.t;
    let sections = bundles.iter().map(|bundle| {
        let heading = format!("{} ({})", bundle.name, bundle.strands.len());
        let entries = bundle
            .strands
            .iter()
            .map(|(strand, title)| entry(open, all, *strand, title));
        el("section")
            .set("class", "tm-section")
            .child(el("h3").text(heading))
            .child(el("ul").set("class", "tm-entries").children(entries))
    });
    el("div")
        .set("class", "tm-list")
        .child(el("h2").text(t.strands))
        .children(sections)
}

fn entry(open: &Open<'_>, all: &Strands<'_>, number: usize, title: &str) -> Node {
    let (t, lang, strand) = (open.t, open.lang, &all.strands[number]);
    let current = now(strand, open.at);
    let selected = strand
        .knots
        .iter()
        .any(|it| open.state.item.as_ref() == Some(it.item.id()));
    let line = |knot: &Knot<'_>| {
        let item = &knot.item;
        let label = &open.contract.versions[knot.version].label;
        let own = self::title(open, item);
        let said = if own == title {
            String::new()
        } else {
            format!(": {own}")
        };
        el("li")
            .set("data-item", item.id().as_str())
            .set("data-kind", item.kind().as_str())
            .maybe("data-step", step(item).map(Step::as_str))
            .maybe("data-change", knot.change.map(Change::as_str))
            .set("data-version", label)
            .child(
                el("button")
                    .set("type", "button")
                    .set("class", "tm-link")
                    .text(format!("{label}{said}"))
                    .child(links::hidden(&format!(", {title}")))
                    .press(Act::DoAll(vec![
                        Action::FocusVersion(label.clone()),
                        Action::Select(item.id().clone()),
                    ])),
            )
            .children(knot.change.map(|it| changes::tag(it, lang)))
    };
    let end = strand.end.map(|(at, change)| {
        let label = &open.contract.versions[at].label;
        el("li")
            .set("data-change", change.as_str())
            .child(el("span").set("class", "tm-gone-in").text(label))
            .child(changes::tag(change, lang))
    });
    let name = |strand: usize| self::title(open, &now(&all.strands[strand], open.at).item);
    let sources: Vec<String> = all
        .ties
        .iter()
        .filter(|it| it.to.0 == number)
        .map(|it| name(it.from.0))
        .collect();
    let results: Vec<String> = all
        .ties
        .iter()
        .filter(|it| it.from.0 == number)
        .map(|it| name(it.to.0))
        .collect();
    let tied = |word: &str, names: Vec<String>| {
        (!names.is_empty()).then(|| {
            el("p")
                .set("class", "tm-small")
                .text(format!("{word}: {}", names.join("; ")))
        })
    };
    el("li")
        .set("class", "tm-entry")
        .class_if(selected, "tm-selected")
        .child(
            el("h4")
                .set("class", "tm-entry-title")
                .child(glyph(current.item.kind(), step(&current.item)))
                .text(title),
        )
        .children(tied(t.came_from, sources))
        .children(tied(t.became, results))
        .child(
            el("ol")
                .set("class", "tm-knots")
                .children(strand.knots.iter().map(line))
                .children(end),
        )
}

/// Joint commitments whose numbers others have, and of which nothing is transcribed here: the numbers run, so these exist.
fn unread_numbers(open: &Open<'_>) -> Option<Node> {
    let versions = open.contract.versions.iter();
    let joint = versions
        .flat_map(|it| &it.commitments)
        .filter(|it| it.shared);
    let known: Vec<u16> = joint.filter_map(|it| it.number).collect();
    let last = known.iter().max()?;
    let missing: Vec<String> = (1..=*last)
        .filter(|it| !known.contains(it))
        .map(|it| number::integer(it.into(), open.lang))
        .collect();
    (!missing.is_empty()).then(|| {
        let words = format!("{} {}: ", open.t.joint_numbers, missing.join(", "));
        el("p")
            .set("class", "tm-keys")
            .text(words)
            .child(el("strong").text(open.t.not_read))
            .text(format!(". {}", open.t.joint_numbers_why))
    })
}

/// The lessons of each version, between it and the one before: what was learned, and what that changed.
fn lessons(open: &Open<'_>) -> Option<Node> {
    let (contract, lang, t) = (open.contract, open.lang, open.t);
    let versions = contract.versions.iter().enumerate();
    let columns: Vec<Node> = versions
        .filter(|(_, it)| !it.lessons.is_empty())
        .map(|(at, version)| {
            let before = at.checked_sub(1).and_then(|it| contract.versions.get(it));
            let between = match before {
                Some(before) => format!("{} → {}", before.label, version.label),
                None => version.label.clone(),
            };
            let cards = version.lessons.iter().map(|lesson| {
                let item = Item::Lesson(lesson);
                let (title, title_lang) = facts::title(contract, &item, lang);
                let said = |field: &'static str, text: &Option<String>| {
                    text.as_deref().map(|text| {
                        let (text, lang) = contract.text(&lesson.id, field, text, lang);
                        el("p").set("lang", lang.as_str()).text(text)
                    })
                };
                let changed = said("changed", &lesson.changed);
                el("li")
                    .set("class", "tm-lesson-card")
                    .set("data-item", lesson.id.as_str())
                    .set("data-kind", Kind::Lesson.as_str())
                    .set("data-version", &version.label)
                    .child(
                        el("button")
                            .set("type", "button")
                            .set("class", "tm-link")
                            .set("lang", title_lang.as_str())
                            .text(title)
                            .press(Act::DoAll(vec![
                                Action::FocusVersion(version.label.clone()),
                                Action::Select(lesson.id.clone()),
                            ])),
                    )
                    .children(said("learned", &lesson.learned).filter(|_| lesson.title.is_some()))
                    .children(
                        changed.map(|it| el("div").child(el("strong").text(t.changed)).child(it)),
                    )
            });
            el("section")
                .set("class", "tm-lesson-column")
                .class_if(at > open.at, "tm-ahead")
                .child(el("h4").text(between))
                .child(el("ul").children(cards))
        })
        .collect();
    (!columns.is_empty()).then(|| {
        el("section")
            .set("class", "tm-lessons")
            .child(el("h3").text(t.lessons_between))
            .child(
                el("div")
                    .set("class", "tm-lesson-columns")
                    .children(columns),
            )
    })
}
