//! A code is read back by a reader of codes, from the very path that is drawn.

use rqrr::PreparedImage;
use transition_map::share::{Code, qr};

/// How many pixels a module is wide.
const PIXELS: usize = 4;

/// An address of this many bytes.
fn address(bytes: usize) -> String {
    let start = "https://a.example/?v=";
    let rest = "2025/26%20".chars().cycle();
    start.chars().chain(rest).take(bytes).collect()
}

/// Which modules the path makes dark: `M x y h n v1 h -n z`, once for each run.
fn dark(code: &Code) -> Vec<bool> {
    let mut dark = vec![false; code.size * code.size];
    for run in code.path.split('z').filter(|run| !run.is_empty()) {
        let (at, shape) = run
            .strip_prefix('M')
            .and_then(|run| run.split_once('h'))
            .expect("a run starts where it lies");
        let (x, y) = at.split_once(' ').expect("a place has two numbers");
        let (n, back) = shape.split_once("v1h-").expect("a run is one high");
        assert_eq!(n, back, "a run closes");
        let [x, y, n] = [x, y, n].map(|it| it.parse::<usize>().expect("a number"));
        for module in &mut dark[y * code.size + x..y * code.size + x + n] {
            assert!(!*module, "no module is drawn twice");
            *module = true;
        }
    }
    dark
}

fn read_back(code: &Code) -> String {
    let (dark, side) = (dark(code), code.size * PIXELS);
    let mut image = PreparedImage::prepare_from_greyscale(side, side, |x, y| {
        if dark[y / PIXELS * code.size + x / PIXELS] {
            0
        } else {
            255
        }
    });
    let [grid] = &image.detect_grids()[..] else {
        panic!("one code is seen")
    };
    let (meta, content) = grid.decode().expect("the code is read");
    assert!(meta.ecc_level != 1, "level L is too weak");
    content
}

#[test]
fn an_address_of_any_length_is_read_back() {
    for bytes in [20, 100, 300, 1000, 2331] {
        let address = address(bytes);
        let code = qr(&address).unwrap_or_else(|| panic!("{bytes} bytes fit"));
        assert_eq!(read_back(&code), address);
    }
}

#[test]
fn swedish_letters_are_read_back() {
    let address = "https://åmål.example/?q=förnybart";
    assert_eq!(read_back(&qr(address).expect("it fits")), address);
}

#[test]
fn what_does_not_fit_has_no_code() {
    assert_eq!(qr(&address(2332)), None);
    assert_eq!(qr(&address(2901)), None);
}

#[test]
fn four_modules_all_around_are_light() {
    let code = qr(&address(20)).expect("it fits");
    let dark = dark(&code);
    let edge = 4..code.size - 4;
    for (at, _) in dark.iter().enumerate().filter(|(_, dark)| **dark) {
        let (x, y) = (at % code.size, at / code.size);
        assert!(edge.contains(&x) && edge.contains(&y), "{x} {y}");
    }
    assert!(dark[4 * code.size + 4], "and the code begins right after");
}
