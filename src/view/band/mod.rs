//! The band on screen: wound up as the map, rolled out as the roadmap, the travel between them, and the turns to choose from.

mod drawing;
pub mod map;
pub mod roadmap;
pub mod scene;
pub mod scrubber;
pub mod stage;
pub mod travel;
