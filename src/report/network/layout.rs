//! A layered picture of a directed graph: helpers on the left, helped on the right, no two boxes over each other.
//!
//! Pure and deterministic: the same graph gives the same picture. Links over several layers run through free places
//! of the layers between (as in Sugiyama's method); a link that would close a circle is drawn backwards.
#![allow(clippy::cast_precision_loss, reason = "counts of boxes and layers are small numbers")]

use std::collections::BTreeMap;

/// How often the order within the layers is improved, forth and back.
const SWEEPS: usize = 12;
/// How often the heights of boxes are drawn towards their neighbours.
const PULLS: usize = 16;
/// Height of the free place that a link takes in a layer it only passes, in points.
const PASSAGE: f32 = 18.0;

/// Sizes of the picture, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size {
    /// Width of a box.
    pub width: f32,
    /// Between two layers.
    pub between: f32,
    /// Between two boxes of a layer.
    pub gap: f32,
}

/// A box to be placed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Node {
    /// Its height, in points.
    pub height: f32,
    /// Its order where nothing else decides.
    pub sort: i64,
}

/// Where a box lies.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Place {
    /// Left edge.
    pub x: f32,
    /// Upper edge.
    pub y: f32,
    /// The layer from the left.
    pub layer: usize,
}

/// How a link runs: points from the box it leaves to the box it reaches.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Route {
    /// The points.
    pub points: Vec<(f32, f32)>,
}

/// The picture.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Layout {
    /// Of each box.
    pub places: Vec<Place>,
    /// Of each link.
    pub routes: Vec<Route>,
    /// Width of all of it.
    pub width: f32,
    /// Height of all of it.
    pub height: f32,
}

/// A box, or the free place that a link takes in a layer.
#[derive(Debug, Clone, Copy)]
struct Cell {
    layer: usize,
    height: f32,
    sort: i64,
    y: f32,
}

/// The cells with what they are joined to on either side.
struct Grid {
    cells: Vec<Cell>,
    layers: Vec<Vec<usize>>,
    left: Vec<Vec<usize>>,
    right: Vec<Vec<usize>>,
    /// For each link its cells from left to right, and whether it runs backwards.
    chains: Vec<(Vec<usize>, bool)>,
}

/// Places the boxes and routes the links, given as pairs of places in `nodes`; links to nowhere are left out of sight.
#[must_use]
pub fn layout(nodes: &[Node], links: &[(usize, usize)], size: Size) -> Layout {
    if nodes.is_empty() {
        return Layout::default();
    }
    let (forward, layer) = layered(nodes, links);
    let mut grid = Grid::new(nodes, &layer, &forward);
    grid.order();
    grid.settle(size.gap);
    let places: Vec<Place> = grid
        .cells
        .iter()
        .take(nodes.len())
        .map(|cell| Place { x: cell.layer as f32 * (size.width + size.between), y: cell.y, layer: cell.layer })
        .collect();
    let routes = routes(&grid, nodes, links, size);
    let bottom = grid.cells.iter().map(|cell| cell.y + cell.height).fold(0.0, f32::max);
    let columns = grid.layers.len() as f32;
    Layout { places, routes, width: columns.mul_add(size.width + size.between, -size.between), height: bottom }
}

/// A link from left to right.
#[derive(Debug, Clone, Copy)]
struct Link {
    left: usize,
    right: usize,
    /// Whether it runs the other way in truth.
    is_back: bool,
}

/// The links from left to right, and the layer of each box: one more than that of its furthest helper.
fn layered(nodes: &[Node], links: &[(usize, usize)]) -> (Vec<Option<Link>>, Vec<usize>) {
    let mut follows: Vec<Vec<usize>> = vec![Vec::new(); nodes.len()];
    let mut forward: Vec<Option<Link>> = Vec::with_capacity(links.len());
    for (from, to) in links {
        let is_inside = *from < nodes.len() && *to < nodes.len() && from != to;
        // What would close a circle is turned round for the picture.
        let closes = is_inside && reaches(&follows, *to, *from);
        let (left, right) = if closes { (*to, *from) } else { (*from, *to) };
        let link = is_inside.then_some(Link { left, right, is_back: closes });
        if let Some(link) = link
            && let Some(next) = follows.get_mut(link.left)
        {
            next.push(link.right);
        }
        forward.push(link);
    }
    let mut layer = vec![0; nodes.len()];
    // No path is longer than there are boxes.
    for _ in 0..nodes.len() {
        let mut is_changed = false;
        for Link { left, right, .. } in forward.iter().flatten() {
            let next = layer.get(*left).map_or(0, |left| left + 1);
            if let Some(own) = layer.get_mut(*right).filter(|own| **own < next) {
                *own = next;
                is_changed = true;
            }
        }
        if !is_changed {
            break;
        }
    }
    (forward, layer)
}

/// Whether there is a way from one box to another.
fn reaches(follows: &[Vec<usize>], from: usize, to: usize) -> bool {
    let mut open = vec![from];
    let mut seen = vec![false; follows.len()];
    while let Some(at) = open.pop() {
        if at == to {
            return true;
        }
        if let Some(known) = seen.get_mut(at).filter(|known| !**known) {
            *known = true;
            open.extend(follows.get(at).into_iter().flatten());
        }
    }
    false
}

impl Grid {
    fn new(nodes: &[Node], layer: &[usize], forward: &[Option<Link>]) -> Self {
        let mut cells: Vec<Cell> = nodes
            .iter()
            .zip(layer)
            .map(|(node, layer)| Cell { layer: *layer, height: node.height, sort: node.sort, y: 0.0 })
            .collect();
        let mut chains = Vec::with_capacity(forward.len());
        for link in forward {
            let Some(Link { left, right, is_back }) = *link else {
                chains.push((Vec::new(), false));
                continue;
            };
            let (from, to) = (layer.get(left).copied().unwrap_or(0), layer.get(right).copied().unwrap_or(0));
            let sort = nodes.get(right).map_or(0, |node| node.sort);
            let mut chain = vec![left];
            for between in from + 1..to {
                chain.push(cells.len());
                cells.push(Cell { layer: between, height: PASSAGE, sort, y: 0.0 });
            }
            chain.push(right);
            chains.push((chain, is_back));
        }
        let mut grid = Self {
            layers: vec![Vec::new(); cells.iter().map(|cell| cell.layer + 1).max().unwrap_or(0)],
            left: vec![Vec::new(); cells.len()],
            right: vec![Vec::new(); cells.len()],
            chains,
            cells,
        };
        grid.join();
        grid
    }

    /// Notes who is joined to whom, and fills the layers in the given order.
    fn join(&mut self) {
        for (chain, _) in &self.chains {
            for (one, next) in chain.iter().zip(chain.iter().skip(1)) {
                if let Some(joined) = self.right.get_mut(*one) {
                    joined.push(*next);
                }
                if let Some(joined) = self.left.get_mut(*next) {
                    joined.push(*one);
                }
            }
        }
        for (place, cell) in self.cells.iter().enumerate() {
            if let Some(layer) = self.layers.get_mut(cell.layer) {
                layer.push(place);
            }
        }
        let cells = &self.cells;
        for layer in &mut self.layers {
            layer.sort_by_key(|place| (cells.get(*place).map(|cell| cell.sort), *place));
        }
    }

    /// Orders each layer by the middle of what its cells are joined to, forth and back, and keeps the order with the
    /// fewest crossings.
    fn order(&mut self) {
        let mut best = (self.crossings(), self.layers.clone());
        for sweep in 0..SWEEPS {
            let is_forth = sweep % 2 == 0;
            let count = self.layers.len();
            for step in 1..count {
                let place = if is_forth { step } else { count - 1 - step };
                self.order_layer(place, is_forth);
            }
            let crossings = self.crossings();
            if crossings < best.0 {
                best = (crossings, self.layers.clone());
            }
        }
        self.layers = best.1;
    }

    fn order_layer(&mut self, place: usize, is_forth: bool) {
        let ranks = self.ranks();
        let joined = if is_forth { &self.left } else { &self.right };
        let middle = |cell: usize| -> Option<f32> {
            let mut at: Vec<usize> = joined.get(cell)?.iter().filter_map(|other| ranks.get(other).copied()).collect();
            at.sort_unstable();
            let half = at.len() / 2;
            let upper = *at.get(half)?;
            let lower = if at.len().is_multiple_of(2) { *at.get(half - 1)? } else { upper };
            Some((upper + lower) as f32 / 2.0)
        };
        let Some(layer) = self.layers.get(place) else { return };
        let mut keyed: Vec<(f32, usize, usize)> =
            layer.iter().enumerate().map(|(rank, cell)| (middle(*cell).unwrap_or(rank as f32), rank, *cell)).collect();
        keyed.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
        if let Some(layer) = self.layers.get_mut(place) {
            *layer = keyed.into_iter().map(|(.., cell)| cell).collect();
        }
    }

    /// The place of each cell in its layer.
    fn ranks(&self) -> BTreeMap<usize, usize> {
        self.layers.iter().flat_map(|layer| layer.iter().enumerate().map(|(rank, cell)| (*cell, rank))).collect()
    }

    /// How many pairs of links cross between neighbouring layers.
    fn crossings(&self) -> usize {
        let ranks = self.ranks();
        let rank = |cell: &usize| ranks.get(cell).copied().unwrap_or(0);
        let mut crossings = 0;
        for layer in &self.layers {
            let links: Vec<(usize, usize)> = layer
                .iter()
                .flat_map(|cell| self.right.get(*cell).into_iter().flatten().map(move |next| (cell, next)))
                .map(|(cell, next)| (rank(cell), rank(next)))
                .collect();
            for (place, one) in links.iter().enumerate() {
                let rest = links.iter().skip(place + 1);
                crossings += rest
                    .filter(|other| (one.0 < other.0) != (one.1 < other.1) && one.0 != other.0 && one.1 != other.1)
                    .count();
            }
        }
        crossings
    }

    /// Gives every cell its height on the page: near the middle of what it is joined to, never over another.
    fn settle(&mut self, gap: f32) {
        for layer in self.layers.clone() {
            let mut y = 0.0;
            for place in layer {
                if let Some(cell) = self.cells.get_mut(place) {
                    cell.y = y;
                    y += cell.height + gap;
                }
            }
        }
        for pull in 0..PULLS {
            let is_forth = pull % 2 == 0;
            let count = self.layers.len();
            for step in 0..count {
                let place = if is_forth { step } else { count - 1 - step };
                self.settle_layer(place, gap);
            }
        }
        let top = self.cells.iter().map(|cell| cell.y).fold(f32::INFINITY, f32::min);
        for cell in &mut self.cells {
            cell.y -= top;
        }
    }

    /// Draws the cells of a layer towards the middles of their neighbours, as far as their order and the gap allow:
    /// cells that would touch move as one block to the mean of what they want.
    fn settle_layer(&mut self, place: usize, gap: f32) {
        let Some(layer) = self.layers.get(place).cloned() else { return };
        // A block: wanted upper edge of its first cell (as a sum over its cells), cells, height.
        let mut blocks: Vec<(f32, usize, f32)> = Vec::new();
        for cell in &layer {
            let Some(own) = self.cells.get(*cell) else { continue };
            let wanted = self.wanted(*cell).map_or(own.y, |middle| middle - own.height / 2.0);
            let mut block = (wanted, 1_usize, own.height + gap);
            while let Some(above) = blocks.last().copied() {
                if above.0 / above.1 as f32 + above.2 <= block.0 / block.1 as f32 + 0.01 {
                    break;
                }
                blocks.pop();
                block = (above.0 + block.0 - above.2 * block.1 as f32, above.1 + block.1, above.2 + block.2);
            }
            blocks.push(block);
        }
        let mut cells = layer.into_iter();
        for (sum, count, _) in blocks {
            let mut y = sum / count as f32;
            for cell in cells.by_ref().take(count) {
                if let Some(cell) = self.cells.get_mut(cell) {
                    cell.y = y;
                    y += cell.height + gap;
                }
            }
        }
    }

    /// The middle of everything that a cell is joined to.
    fn wanted(&self, cell: usize) -> Option<f32> {
        let joined = self.left.get(cell).into_iter().chain(self.right.get(cell)).flatten();
        let middles: Vec<f32> =
            joined.filter_map(|other| self.cells.get(*other)).map(|other| other.y + other.height / 2.0).collect();
        (!middles.is_empty()).then(|| middles.iter().sum::<f32>() / middles.len() as f32)
    }
}

/// The points of each link. Those that reach a box share its left edge out among them, from the top.
fn routes(grid: &Grid, nodes: &[Node], links: &[(usize, usize)], size: Size) -> Vec<Route> {
    let cell = |place: usize| grid.cells.get(place).copied();
    let left_of = |cell: Cell| cell.layer as f32 * (size.width + size.between);
    let mut ports: BTreeMap<usize, Vec<(f32, usize)>> = BTreeMap::new();
    for (link, (chain, _)) in grid.chains.iter().enumerate() {
        let ends = chain.last().zip(chain.len().checked_sub(2).and_then(|place| chain.get(place)));
        if let Some((last, before)) = ends
            && let Some(before) = cell(*before)
        {
            ports.entry(*last).or_default().push((before.y + before.height / 2.0, link));
        }
    }
    let mut port: Vec<f32> = vec![0.0; links.len()];
    for (node, mut reached) in ports {
        reached.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
        let (Some(own), share) = (cell(node), (reached.len() + 1) as f32) else { continue };
        let height = nodes.get(node).map_or(own.height, |node| node.height);
        for (place, (_, link)) in reached.into_iter().enumerate() {
            if let Some(port) = port.get_mut(link) {
                *port = (height * (place + 1) as f32).mul_add(1.0 / share, own.y);
            }
        }
    }
    let route = |(link, (chain, is_back)): (usize, &(Vec<usize>, bool))| {
        let mut points = Vec::new();
        let last = chain.len().saturating_sub(1);
        for (place, own) in chain.iter().enumerate().filter_map(|(place, own)| Some((place, cell(*own)?))) {
            let middle = own.y + own.height / 2.0;
            if place > 0 {
                let y = if place == last { port.get(link).copied().unwrap_or(middle) } else { middle };
                points.push((left_of(own), y));
            }
            if place < last {
                points.push((left_of(own) + size.width, middle));
            }
        }
        if *is_back {
            points.reverse();
        }
        Route { points }
    };
    grid.chains.iter().enumerate().map(route).collect()
}
