//! The state in the URL. The parameters are a public interface: what is read and written here stays readable.

use super::choice::{Form, Group, Theme, View};
use super::encoding::{decode, encode};
use super::notice::{Fault, Notice, Parameter};
use super::reference::is_reference;
use super::state::{State, YEARS};
use crate::contract::{Change, Contract, Id, Lang, Step};
use crate::portfolio::{Axis, Sort};

/// Reads the query of a URL, with or without its `?`. What it does not say, or says wrongly, is as in
/// [`State::default`]; a parameter without a value says nothing. What only a contract can tell is left to
/// [`State::settle`].
#[must_use]
pub fn read(query: &str) -> (State, Vec<Notice>) {
    let (mut state, mut notices, mut seen) = (State::default(), Vec::new(), Vec::new());
    let query = query.split('#').next().unwrap_or_default();
    // Only the one that starts a query: a foreign name may begin with another.
    let query = query.strip_prefix('?').unwrap_or(query);
    for pair in query.split('&').filter(|pair| !matches!(*pair, "" | "=")) {
        let (name, spelled) = pair.split_once('=').unwrap_or((pair, ""));
        let Some(parameter) = decode(name).and_then(|name| Parameter::parse(&name)) else {
            state.other.push((name.to_owned(), spelled.to_owned()));
            continue;
        };
        let mut is_first = || {
            let first = !seen.contains(&parameter);
            if first {
                seen.push(parameter);
            }
            first
        };
        let mut notice = |value: &str, fault| {
            notices.push(Notice {
                parameter,
                value: value.to_owned(),
                fault,
            });
        };
        match decode(spelled) {
            None => notice(spelled, Fault::Garbled),
            Some(value) if value.is_empty() => {}
            Some(value) if !is_first() => notice(&value, Fault::Repeated),
            Some(value) if parameter == Parameter::Contract => {
                let mut good: Vec<&str> = Vec::new();
                for it in value.split(',') {
                    if !is_reference(it) {
                        notice(it, Fault::Refused);
                    } else if !good.contains(&it) {
                        good.push(it);
                    }
                }
                if !good.is_empty() {
                    state.contract = good.join(",");
                }
            }
            Some(value) => {
                if state.set(parameter, &value).is_none() {
                    notice(&value, Fault::Unknown);
                }
            }
        }
    }
    if let (Some(from), Some(to)) = (state.from, state.to)
        && from > to
    {
        (state.from, state.to) = (None, None);
        for (parameter, year) in [(Parameter::From, from), (Parameter::To, to)] {
            notices.push(Notice {
                parameter,
                value: year.to_string(),
                fault: Fault::Reversed,
            });
        }
    }
    // The rows cannot be what the columns are. Where one of them is only what it usually is, it gives way.
    if state.rows == state.columns {
        let axis = state.rows.as_str().to_owned();
        let usual = State::default();
        let given = |it| seen.contains(&it);
        match (given(Parameter::Rows), given(Parameter::Columns)) {
            (true, false) => state.columns = usual.rows,
            (false, true) => state.rows = usual.columns,
            _ => (state.rows, state.columns) = (usual.rows, usual.columns),
        }
        if given(Parameter::Rows) && given(Parameter::Columns) {
            notices.push(Notice {
                parameter: Parameter::Rows,
                value: axis,
                fault: Fault::Same,
            });
        }
    }
    (state, notices)
}

impl State {
    /// The query that says this state, with its `?`; empty when nothing differs from the default. [`read`] reads it
    /// back, except for `collapsed`. Other people's parameters come last, as they stood.
    #[must_use]
    pub fn to_query(&self) -> String {
        let ours = Parameter::ALL
            .iter()
            .filter_map(|&it| Some(format!("{}={}", it.as_str(), encode(&self.get(it)?))));
        let others = self.other.iter().map(|(name, value)| match value.as_str() {
            "" => name.clone(),
            value => format!("{name}={value}"),
        });
        let pairs: Vec<String> = ours.chain(others).collect();
        if pairs.is_empty() {
            String::new()
        } else {
            format!("?{}", pairs.join("&"))
        }
    }

    /// Leaves out what the contract does not have, and says what.
    pub fn settle(&mut self, contract: &Contract) -> Vec<Notice> {
        let mut notices = Vec::new();
        let mut missing = |parameter, value: String| {
            notices.push(Notice {
                parameter,
                value,
                fault: Fault::Missing,
            });
        };
        if let Some(label) = self
            .version
            .take_if(|label| !contract.versions.iter().any(|it| &it.label == label))
        {
            missing(Parameter::Version, label);
        }
        if let Some(label) = self
            .compare
            .take_if(|label| !contract.versions.iter().any(|it| &it.label == label))
        {
            missing(Parameter::Compare, label);
        }
        if let Some(id) = self.item.take() {
            if self.find(contract, &id).is_some() {
                self.item = Some(id);
            } else {
                missing(Parameter::Item, id.0);
            }
        }
        if let Some(id) = self.focus.take_if(|id| contract.focus_area(id).is_none()) {
            missing(Parameter::Focus, id.0);
        }
        if let Some(id) = self.party.take_if(|id| contract.party(id).is_none()) {
            missing(Parameter::Party, id.0);
        }
        notices
    }

    /// Takes up a value; nothing when it is none of the parameter's.
    fn set(&mut self, parameter: Parameter, value: &str) -> Option<()> {
        match parameter {
            Parameter::Contract => self.contract = value.to_owned(),
            Parameter::View => self.view = View::parse(value)?,
            Parameter::As => self.form = Form::parse(value)?,
            Parameter::Version => self.version = Some(value.to_owned()),
            Parameter::Compare => self.compare = Some(value.to_owned()),
            Parameter::Change => self.change = Some(Change::parse(value)?),
            Parameter::Group => self.group = Group::parse(value)?,
            Parameter::Rows => self.rows = Axis::parse(value)?,
            Parameter::Columns => self.columns = Axis::parse(value)?,
            Parameter::Sort => self.sort = Sort::parse(value)?,
            Parameter::Step => self.step = Some(Step::parse(value)?),
            Parameter::Item => self.item = Some(Id::from(value)),
            Parameter::Focus => self.focus = Some(Id::from(value)),
            Parameter::Party => self.party = Some(Id::from(value)),
            Parameter::Query => value.clone_into(&mut self.query),
            Parameter::From => self.from = Some(year(value)?),
            Parameter::To => self.to = Some(year(value)?),
            Parameter::Lang => self.lang = Lang::parse(value)?,
            Parameter::Theme => self.theme = Some(Theme::parse(value)?),
            Parameter::Embed => self.embed = (value == "1").then_some(true)?,
        }
        Some(())
    }

    /// The value of a parameter; nothing when it is the default.
    fn get(&self, parameter: Parameter) -> Option<String> {
        let usual = Self::default();
        let id = |id: &Option<Id>| id.as_ref().map(|it| it.0.clone());
        match parameter {
            Parameter::Contract => (self.contract != usual.contract).then(|| self.contract.clone()),
            Parameter::View => (self.view != usual.view).then(|| self.view.as_str().to_owned()),
            Parameter::As => (self.form != usual.form).then(|| self.form.as_str().to_owned()),
            Parameter::Version => self.version.clone(),
            Parameter::Compare => self.compare.clone(),
            Parameter::Change => self.change.map(|it| it.as_str().to_owned()),
            Parameter::Group => (self.group != usual.group).then(|| self.group.as_str().to_owned()),
            Parameter::Rows => (self.rows != usual.rows).then(|| self.rows.as_str().to_owned()),
            Parameter::Columns => {
                (self.columns != usual.columns).then(|| self.columns.as_str().to_owned())
            }
            Parameter::Sort => (self.sort != usual.sort).then(|| self.sort.as_str().to_owned()),
            Parameter::Step => self.step.map(|it| it.as_str().to_owned()),
            Parameter::Item => id(&self.item),
            Parameter::Focus => id(&self.focus),
            Parameter::Party => id(&self.party),
            Parameter::Query => (!self.query.is_empty()).then(|| self.query.clone()),
            Parameter::From => self.from.map(|it| it.to_string()),
            Parameter::To => self.to.map(|it| it.to_string()),
            Parameter::Lang => (self.lang != usual.lang).then(|| self.lang.as_str().to_owned()),
            Parameter::Theme => self.theme.map(|it| it.as_str().to_owned()),
            Parameter::Embed => self.embed.then(|| "1".to_owned()),
        }
    }
}

fn year(text: &str) -> Option<i16> {
    let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse()
        .ok()
        .filter(|year| digits && YEARS.contains(year))
}

#[cfg(test)]
#[path = "url_tests.rs"]
mod tests;
