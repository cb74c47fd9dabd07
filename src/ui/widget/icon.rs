//! Icons as strokes on a 24-point grid: sharp at every size, and in the colour of their text.

use egui::{Color32, Painter, Pos2, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};

/// A piece of an icon, in points of the 24-grid.
enum Part {
    /// An open line through the points.
    Line(&'static [(f32, f32)]),
    /// A circle: centre and radius.
    Ring(f32, f32, f32),
    /// A box: left, top, right, bottom.
    Box(f32, f32, f32, f32),
    /// A filled dot.
    Dot(f32, f32),
}

use Part::{Box, Dot, Line, Ring};

macro_rules! icons {
    ($($(#[$meta:meta])* $name:ident [$($part:expr),+ $(,)?])+) => {
        /// The icons of the window.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Icon { $($(#[$meta])* $name),+ }

        impl Icon {
            /// Every icon.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            const fn parts(self) -> &'static [Part] {
                match self { $(Self::$name => &[$($part),+]),+ }
            }
        }
    };
}

icons! {
    /// A sun over the line of the day: today.
    Today [Ring(12.0, 12.0, 4.0), Line(&[(12.0, 3.0), (12.0, 5.0)]), Line(&[(12.0, 19.0), (12.0, 21.0)]),
        Line(&[(3.0, 12.0), (5.0, 12.0)]), Line(&[(19.0, 12.0), (21.0, 12.0)]), Line(&[(5.6, 5.6), (7.0, 7.0)]),
        Line(&[(17.0, 17.0), (18.4, 18.4)]), Line(&[(5.6, 18.4), (7.0, 17.0)]), Line(&[(17.0, 7.0), (18.4, 5.6)])]
    /// A calendar: the schedule.
    Calendar [Box(4.0, 5.0, 20.0, 20.0), Line(&[(4.0, 10.0), (20.0, 10.0)]), Line(&[(8.0, 3.0), (8.0, 6.0)]),
        Line(&[(16.0, 3.0), (16.0, 6.0)]), Dot(8.5, 14.5), Dot(12.0, 14.5), Dot(15.5, 14.5)]
    /// Two people: stints.
    People [Ring(9.0, 8.0, 3.5), Line(&[(2.5, 20.0), (3.2, 16.8), (5.5, 14.8), (9.0, 14.2), (12.5, 14.8), (14.8, 16.8), (15.5, 20.0)]),
        Line(&[(15.5, 4.8), (17.6, 5.8), (18.3, 8.0), (17.6, 10.2), (15.5, 11.2)]), Line(&[(17.6, 14.6), (19.8, 15.8), (21.0, 17.8), (21.5, 20.0)])]
    /// Two rings that hold each other: pairs.
    Pair [Ring(9.0, 12.0, 5.5), Ring(15.0, 12.0, 5.5)]
    /// Lines with ticks: tasks.
    Tasks [Line(&[(3.5, 6.5), (5.5, 8.5), (9.0, 4.5)]), Line(&[(12.5, 6.5), (20.5, 6.5)]),
        Line(&[(3.5, 13.0), (5.5, 15.0), (9.0, 11.0)]), Line(&[(12.5, 13.0), (20.5, 13.0)]), Box(4.0, 17.5, 7.5, 21.0), Line(&[(12.5, 19.2), (20.5, 19.2)])]
    /// Three columns on a ground: figures.
    Figures [Line(&[(4.0, 20.0), (20.0, 20.0)]), Line(&[(7.0, 20.0), (7.0, 13.0)]), Line(&[(12.0, 20.0), (12.0, 5.0)]), Line(&[(17.0, 20.0), (17.0, 9.0)])]
    /// A sheet with lines: documents.
    Document [Line(&[(14.0, 3.0), (6.0, 3.0), (6.0, 21.0), (18.0, 21.0), (18.0, 7.0), (14.0, 3.0), (14.0, 7.0), (18.0, 7.0)]),
        Line(&[(9.0, 12.0), (15.0, 12.0)]), Line(&[(9.0, 16.0), (15.0, 16.0)])]
    /// A box of files: records.
    Archive [Box(3.0, 4.0, 21.0, 9.0), Line(&[(5.0, 9.0), (5.0, 20.0), (19.0, 20.0), (19.0, 9.0)]), Line(&[(10.0, 13.0), (14.0, 13.0)])]
    /// Two sliders: settings.
    Settings [Line(&[(4.0, 8.0), (12.0, 8.0)]), Line(&[(17.0, 8.0), (20.0, 8.0)]), Ring(14.5, 8.0, 2.5),
        Line(&[(4.0, 16.0), (7.0, 16.0)]), Line(&[(12.0, 16.0), (20.0, 16.0)]), Ring(9.5, 16.0, 2.5)]
    /// A magnifying glass.
    Search [Ring(10.5, 10.5, 6.0), Line(&[(15.0, 15.0), (20.0, 20.0)])]
    /// An arrow back.
    Undo [Line(&[(8.0, 5.0), (4.0, 9.0), (8.0, 13.0)]), Line(&[(4.0, 9.0), (14.0, 9.0), (17.5, 10.2), (19.5, 13.0), (19.0, 16.5), (16.5, 18.6), (13.0, 19.0)])]
    /// An arrow forth.
    Redo [Line(&[(16.0, 5.0), (20.0, 9.0), (16.0, 13.0)]), Line(&[(20.0, 9.0), (10.0, 9.0), (6.5, 10.2), (4.5, 13.0), (5.0, 16.5), (7.5, 18.6), (11.0, 19.0)])]
    /// A printer.
    Print [Line(&[(7.0, 9.0), (7.0, 3.0), (17.0, 3.0), (17.0, 9.0)]), Line(&[(7.0, 17.0), (4.0, 17.0), (4.0, 9.0), (20.0, 9.0), (20.0, 17.0), (17.0, 17.0)]),
        Box(7.0, 14.0, 17.0, 21.0)]
    /// An arrow into a tray: import.
    Import [Line(&[(12.0, 3.0), (12.0, 14.0)]), Line(&[(8.0, 10.0), (12.0, 14.0), (16.0, 10.0)]), Line(&[(4.0, 15.0), (4.0, 20.0), (20.0, 20.0), (20.0, 15.0)])]
    /// An arrow out of a tray: export.
    Export [Line(&[(12.0, 14.0), (12.0, 3.0)]), Line(&[(8.0, 7.0), (12.0, 3.0), (16.0, 7.0)]), Line(&[(4.0, 15.0), (4.0, 20.0), (20.0, 20.0), (20.0, 15.0)])]
    /// A clock with its past: history.
    History [Ring(12.0, 12.0, 8.5), Line(&[(12.0, 7.0), (12.0, 12.0), (15.5, 14.0)])]
    /// A bin.
    Bin [Line(&[(4.0, 6.5), (20.0, 6.5)]), Line(&[(9.0, 6.5), (9.5, 3.5), (14.5, 3.5), (15.0, 6.5)]),
        Line(&[(6.0, 6.5), (7.0, 20.5), (17.0, 20.5), (18.0, 6.5)]), Line(&[(10.2, 10.5), (10.5, 16.5)]), Line(&[(13.8, 10.5), (13.5, 16.5)])]
    /// A disk stack: backups.
    Backup [Line(&[(4.0, 7.0), (12.0, 3.0), (20.0, 7.0), (12.0, 11.0), (4.0, 7.0)]), Line(&[(4.0, 12.0), (12.0, 16.0), (20.0, 12.0)]), Line(&[(4.0, 17.0), (12.0, 21.0), (20.0, 17.0)])]
    /// A tick.
    Check [Line(&[(5.0, 12.5), (10.0, 17.5), (19.0, 7.0)])]
    /// A cross.
    Close [Line(&[(6.0, 6.0), (18.0, 18.0)]), Line(&[(18.0, 6.0), (6.0, 18.0)])]
    /// A plus.
    Add [Line(&[(12.0, 5.0), (12.0, 19.0)]), Line(&[(5.0, 12.0), (19.0, 12.0)])]
    /// Less.
    Minus [Line(&[(5.0, 12.0), (19.0, 12.0)])]
    /// To the left.
    Left [Line(&[(14.5, 6.0), (8.5, 12.0), (14.5, 18.0)])]
    /// To the right.
    Right [Line(&[(9.5, 6.0), (15.5, 12.0), (9.5, 18.0)])]
    /// Up: sorted upwards.
    Up [Line(&[(6.0, 14.5), (12.0, 8.5), (18.0, 14.5)])]
    /// Down: sorted downwards, or a list to open.
    Down [Line(&[(6.0, 9.5), (12.0, 15.5), (18.0, 9.5)])]
    /// A triangle with a mark: warning.
    Warning [Line(&[(12.0, 4.0), (21.0, 19.5), (3.0, 19.5), (12.0, 4.0)]), Line(&[(12.0, 10.0), (12.0, 14.0)]), Dot(12.0, 16.8)]
    /// A circle with a cross: a failure.
    Failure [Ring(12.0, 12.0, 8.5), Line(&[(9.0, 9.0), (15.0, 15.0)]), Line(&[(15.0, 9.0), (9.0, 15.0)])]
    /// A circle with an i: worth knowing.
    Info [Ring(12.0, 12.0, 8.5), Line(&[(12.0, 11.0), (12.0, 16.5)]), Dot(12.0, 8.0)]
    /// A circle with a tick: done.
    Done [Ring(12.0, 12.0, 8.5), Line(&[(8.0, 12.3), (11.0, 15.3), (16.0, 9.3)])]
    /// A funnel: filter.
    Filter [Line(&[(4.0, 5.0), (20.0, 5.0), (14.0, 12.5), (14.0, 19.0), (10.0, 17.0), (10.0, 12.5), (4.0, 5.0)])]
    /// Columns: which are shown.
    Columns [Box(4.0, 5.0, 20.0, 19.0), Line(&[(9.3, 5.0), (9.3, 19.0)]), Line(&[(14.6, 5.0), (14.6, 19.0)])]
    /// A keyboard.
    Keyboard [Box(3.0, 6.0, 21.0, 18.0), Dot(7.0, 10.0), Dot(10.3, 10.0), Dot(13.7, 10.0), Dot(17.0, 10.0), Line(&[(8.0, 14.5), (16.0, 14.5)])]
    /// A bell: messages.
    Bell [Line(&[(5.0, 17.0), (6.5, 15.0), (6.5, 10.5), (8.2, 6.6), (12.0, 5.0), (15.8, 6.6), (17.5, 10.5), (17.5, 15.0), (19.0, 17.0), (5.0, 17.0)]),
        Line(&[(10.5, 20.0), (13.5, 20.0)])]
    /// A padlock: read-only or in use.
    Lock [Box(5.5, 11.0, 18.5, 20.0), Line(&[(8.5, 11.0), (8.5, 7.5), (10.0, 5.0), (12.0, 4.2), (14.0, 5.0), (15.5, 7.5), (15.5, 11.0)])]
    /// A folder.
    Folder [Line(&[(3.0, 19.0), (3.0, 5.5), (9.5, 5.5), (11.5, 8.0), (21.0, 8.0), (21.0, 19.0), (3.0, 19.0)])]
    /// A house: the unit.
    Unit [Line(&[(5.0, 20.0), (5.0, 5.0), (14.0, 5.0), (14.0, 20.0)]), Line(&[(14.0, 10.0), (19.0, 10.0), (19.0, 20.0)]), Line(&[(3.0, 20.0), (21.0, 20.0)]),
        Line(&[(9.5, 8.5), (9.5, 13.0)]), Line(&[(7.2, 10.7), (11.8, 10.7)])]
    /// Three dots: more.
    More [Dot(6.0, 12.0), Dot(12.0, 12.0), Dot(18.0, 12.0)]
    /// Two sheets: copy.
    Copy [Box(8.0, 8.0, 20.0, 20.0), Line(&[(16.0, 8.0), (16.0, 4.0), (4.0, 4.0), (4.0, 16.0), (8.0, 16.0)])]
    /// A pencil: edit.
    Edit [Line(&[(4.0, 20.0), (5.0, 15.5), (16.0, 4.5), (19.5, 8.0), (8.5, 19.0), (4.0, 20.0)]), Line(&[(13.5, 7.0), (17.0, 10.5)])]
}

impl Icon {
    /// Paints it into a square.
    pub fn paint(self, painter: &Painter, rect: Rect, colour: Color32) {
        let scale = rect.width().min(rect.height()) / 24.0;
        let origin = rect.center() - Vec2::splat(12.0 * scale);
        let at = |x: f32, y: f32| -> Pos2 { pos2(scale.mul_add(x, origin.x), scale.mul_add(y, origin.y)) };
        let stroke = Stroke::new((1.75 * scale).max(1.2), colour);
        for part in self.parts() {
            match *part {
                Line(points) => {
                    painter.line(points.iter().map(|(x, y)| at(*x, *y)).collect(), stroke);
                }
                Ring(x, y, radius) => {
                    painter.circle_stroke(at(x, y), radius * scale, stroke);
                }
                Box(left, top, right, bottom) => {
                    let area = Rect::from_min_max(at(left, top), at(right, bottom));
                    painter.rect_stroke(area, 1.5 * scale, stroke, StrokeKind::Middle);
                }
                Dot(x, y) => {
                    painter.circle_filled(at(x, y), 1.3 * scale, colour);
                }
            }
        }
    }

    /// Draws it in the flow, as large as asked, in points.
    pub fn ui(self, ui: &mut Ui, size: f32, colour: Color32) -> Response {
        let (rect, response) = ui.allocate_exact_size(vec2(size, size), Sense::hover());
        self.paint(ui.painter(), rect, colour);
        response
    }
}
