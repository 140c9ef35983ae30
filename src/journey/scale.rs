//! The axis of years: straight up to [`FOLD`], compressed after it, so that goals decades away stay on the sheet.

/// The year after which the axis is compressed.
pub const FOLD: f64 = 2031.0;
/// How much a year after the fold is compressed.
const SQUEEZE: f64 = 0.22;
/// The shortest stretch of years that can be shown.
const LEAST: f64 = 1.0;

/// The years between two edges of a drawing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Years {
    /// The first year shown.
    pub from: f64,
    /// The last year shown.
    pub to: f64,
    /// Where the first is drawn.
    pub left: f64,
    /// Where the last is drawn.
    pub right: f64,
}

/// A line of the axis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tick {
    /// The year.
    pub year: i16,
    /// Where it is drawn.
    pub x: f64,
    /// Whether it carries its year in writing.
    pub named: bool,
}

fn squeeze(year: f64) -> f64 {
    if year <= FOLD {
        year
    } else {
        FOLD + (year - FOLD) * SQUEEZE
    }
}

fn stretch(t: f64) -> f64 {
    if t <= FOLD {
        t
    } else {
        FOLD + (t - FOLD) / SQUEEZE
    }
}

impl Years {
    /// Where a year is drawn; outside the edges when it is not among those shown.
    #[must_use]
    pub fn x(&self, year: f64) -> f64 {
        let (a, b) = (squeeze(self.from), squeeze(self.to));
        self.left + (squeeze(year) - a) / (b - a) * (self.right - self.left)
    }

    /// The year drawn at `x`.
    #[must_use]
    pub fn year(&self, x: f64) -> f64 {
        let (a, b) = (squeeze(self.from), squeeze(self.to));
        stretch(a + (x - self.left) / (self.right - self.left) * (b - a))
    }

    /// Where the compression begins, when it is on the sheet.
    #[must_use]
    pub fn fold(&self) -> Option<f64> {
        (self.from < FOLD && self.to > FOLD + 1.0).then(|| self.x(FOLD))
    }

    /// The years after zooming by `factor` (below 1 is closer) round what is drawn at `x`, kept inside `all`.
    #[must_use]
    pub fn zoomed(&self, x: f64, factor: f64, all: (f64, f64)) -> (f64, f64) {
        let (a, b) = (squeeze(self.from), squeeze(self.to));
        let pivot = squeeze(self.year(x));
        let length = ((b - a) * factor)
            .max(LEAST)
            .min(squeeze(all.1) - squeeze(all.0));
        let start = pivot - (pivot - a) / (b - a) * length;
        within(start, length, all)
    }

    /// The years after dragging the sheet `dx` pixels to the right, kept inside `all`.
    #[must_use]
    pub fn panned(&self, dx: f64, all: (f64, f64)) -> (f64, f64) {
        let (a, b) = (squeeze(self.from), squeeze(self.to));
        within(a - dx / (self.right - self.left) * (b - a), b - a, all)
    }

    /// The lines of the axis: as many years as have room, named where a name of `name_width` pixels fits.
    #[must_use]
    pub fn ticks(&self, name_width: f64) -> Vec<Tick> {
        let (first, last) = (self.from.ceil() as i16, self.to.floor() as i16);
        let mut ticks: Vec<Tick> = Vec::new();
        let mut free = f64::MIN; // where the last name ends
        let every = |pixels: f64| {
            [1, 2, 5, 10, 25]
                .into_iter()
                .find(|n| f64::from(*n) * pixels >= name_width)
                .unwrap_or(50)
        };
        let near = self.x(self.from.max(FOLD - 8.0) + 1.0) - self.x(self.from.max(FOLD - 8.0));
        let step_near = if self.from < FOLD - 1.0 {
            every(near.abs())
        } else {
            1
        };
        let step_far = every((self.x(FOLD + 2.0) - self.x(FOLD + 1.0)).abs()).max(5);
        for year in first..=last {
            let x = self.x(f64::from(year));
            let far = f64::from(year) > FOLD;
            let step = if far && self.from < FOLD {
                step_far
            } else if far {
                every((self.x(self.from + 1.0) - self.x(self.from)).abs())
            } else {
                step_near
            };
            if year % step != 0 {
                continue;
            }
            let named = x - name_width / 2.0 >= free;
            if named {
                free = x + name_width / 2.0;
            }
            ticks.push(Tick { year, x, named });
        }
        ticks
    }
}

fn within(start: f64, length: f64, all: (f64, f64)) -> (f64, f64) {
    let (a, b) = (squeeze(all.0), squeeze(all.1));
    let start = start.max(a).min((b - length).max(a));
    (stretch(start), stretch(start + length))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ALL: (f64, f64) = (2015.0, 2055.0);

    fn years(from: f64, length: f64) -> Years {
        Years {
            from,
            to: (from + length).min(ALL.1),
            left: 300.0,
            right: 1000.0,
        }
    }

    proptest! {
        #[test]
        fn a_year_is_found_where_it_is_drawn(from in 2015.0..2040.0, length in 1.0..30.0, year in 2000.0..2060.0) {
            let years = years(from, length);
            prop_assert!((years.year(years.x(year)) - year).abs() < 1e-6);
        }

        #[test]
        fn zooming_keeps_the_year_under_the_pointer(from in 2018.0..2028.0, x in 400.0..900.0, factor in 0.7..1.0) {
            let before = years(from, 10.0);
            let (from, to) = before.zoomed(x, factor, ALL);
            let after = Years { from, to, ..before };
            prop_assert!((after.year(x) - before.year(x)).abs() < 1e-6);
        }

        #[test]
        fn zoom_and_pan_never_leave_the_sheet(from in 2015.0..2040.0, length in 1.0..30.0, dx in -5000.0..5000.0, factor in 0.01..100.0) {
            let years = years(from, length);
            for (from, to) in [years.panned(dx, ALL), years.zoomed(500.0, factor, ALL)] {
                prop_assert!(from >= ALL.0 - 1e-6 && to <= ALL.1 + 1e-6 && to > from);
            }
        }

        #[test]
        fn names_of_years_never_touch(from in 2015.0..2040.0, length in 1.0..40.0, width in 24.0..80.0) {
            let named: Vec<f64> = years(from, length).ticks(width).iter().filter(|t| t.named).map(|t| t.x).collect();
            prop_assert!(named.windows(2).all(|w| w[1] - w[0] >= width - 1e-6));
        }
    }
}
