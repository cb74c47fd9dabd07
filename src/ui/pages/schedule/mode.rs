//! The ways to look at the schedule, and the list to choose one from.

use egui::Ui;

use crate::i18n::Tr;
use crate::report::Rows;
use crate::ui::PageCx;
use crate::ui::widget::{Choice, Dropdown};

/// Widest and narrowest list of views, in points, and its share of the bar between them.
const WIDEST: f32 = 168.0;
const NARROWEST: f32 = 154.0;
const SHARE: f32 = 0.18;

/// What the page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// The week by person: the grid.
    #[default]
    Week,
    /// The week by department.
    Departments,
    /// The week by site.
    Places,
    /// Who is free in the week.
    Free,
    /// One day.
    Day,
    /// The month by person.
    Month,
    /// The month by department.
    MonthDepartments,
    /// The month by site.
    MonthPlaces,
    /// Tours.
    Tours,
    /// Weekly templates.
    Templates,
    /// Issued sheets of all weeks.
    Kept,
    /// Planning by the rules.
    Plan,
    /// The rules of the schedule.
    Rules,
    /// Who covers what over the months.
    Blocks,
}

impl Mode {
    const ALL: [Self; 14] = [
        Self::Week,
        Self::Departments,
        Self::Places,
        Self::Free,
        Self::Day,
        Self::Month,
        Self::MonthDepartments,
        Self::MonthPlaces,
        Self::Tours,
        Self::Templates,
        Self::Kept,
        Self::Plan,
        Self::Rules,
        Self::Blocks,
    ];

    /// Whether it shows the picture of a week.
    pub const fn is_of_week(self) -> bool {
        matches!(self, Self::Week | Self::Departments | Self::Places | Self::Free | Self::Day)
    }

    /// Whether it lists people under half-days.
    pub const fn lists_people(self) -> bool {
        match self {
            Self::Departments | Self::Places | Self::Free | Self::Day => true,
            other => matches!(other, Self::MonthDepartments | Self::MonthPlaces),
        }
    }

    /// Whether it shows the picture of a month.
    pub const fn is_of_month(self) -> bool {
        matches!(self, Self::Month | Self::MonthDepartments | Self::MonthPlaces)
    }

    /// The view of a week that shows the same rows.
    pub const fn of_week(self) -> Self {
        match self {
            Self::MonthDepartments => Self::Departments,
            Self::MonthPlaces => Self::Places,
            _ => Self::Week,
        }
    }

    /// What the rows of its document are.
    pub const fn rows(self) -> Rows {
        match self {
            Self::Departments | Self::MonthDepartments => Rows::Departments,
            Self::Places | Self::MonthPlaces => Rows::Places,
            _ => Rows::People,
        }
    }

    /// What it is called.
    pub const fn words(self, tr: Tr) -> &'static str {
        match self {
            Self::Week => tr.rota_view_week(),
            Self::Departments => tr.rota_view_departments(),
            Self::Places => tr.rota_view_places(),
            Self::Free => tr.rota_view_free(),
            Self::Day => tr.rota_view_day(),
            Self::Month => tr.rota_view_month(),
            Self::MonthDepartments => tr.rota_view_month_departments(),
            Self::MonthPlaces => tr.rota_view_month_places(),
            Self::Tours => tr.rota_view_tours(),
            Self::Templates => tr.rota_view_templates(),
            Self::Kept => tr.rota_kept(),
            Self::Plan => tr.plan_title(),
            Self::Rules => tr.rota_rules_title(),
            Self::Blocks => tr.blocks_title(),
        }
    }
}

/// Draws the list of views.
pub fn mode_ui(ui: &mut Ui, cx: &PageCx<'_>, mode: &mut Mode) {
    let width = (SHARE * ui.available_width()).clamp(NARROWEST, WIDEST);
    let choices: Vec<Choice<Mode>> = Mode::ALL.into_iter().map(|one| Choice::new(one, one.words(cx.tr))).collect();
    Dropdown::new(cx.tr.rota_view(), &choices).bare().width(width).ui(ui, cx.theme, cx.tr, mode);
}
