//! Documents: what stands on them, how they are set, and the files they become.

mod hospital;
mod weeks;

use chuanbangdai::domain::DocumentKind;
use hospital::{Hospital, day, week_of};

#[test]
fn zz_dump() {
    use chuanbangdai::print::{Templates, set};
    let mut h = Hospital::shangnan();
    h.publish(DocumentKind::WeekSchedule, week_of(day(2023, 6, 12)), 1);
    let at = day(2023, 6, 16).and_hms_opt(15, 20, 0).unwrap();
    for (name, h, on) in
        [("a", &h, 12), ("b", &h, 19), ("c12", &Hospital::crowded(12), 19), ("c40", &Hospital::crowded(40), 19)]
    {
        for kind in DocumentKind::ALL {
            let sheet = h.sheet(*kind, week_of(day(2023, 6, on)));
            std::fs::write(
                format!("/tmp/sheet-{name}-{}.json", kind.code()),
                serde_json::to_string_pretty(&sheet).unwrap(),
            )
            .unwrap();
            let start = std::time::Instant::now();
            let pages = set(&sheet, &Templates::default(), at).unwrap();
            let mid = start.elapsed();
            let pdf = pages.pdf().unwrap();
            println!(
                "{name} {kind:?}: {} pages {:?} + {:?}, {} bytes",
                pages.count(),
                mid,
                start.elapsed() - mid,
                pdf.len()
            );
            std::fs::write(format!("/tmp/{name}-{}.pdf", kind.code()), pdf).unwrap();
            std::fs::write(
                format!("/tmp/{name}-{}.xlsx", kind.code()),
                chuanbangdai::export::xlsx(&sheet, at).unwrap(),
            )
            .unwrap();
            std::fs::write(format!("/tmp/{name}-{}.html", kind.code()), chuanbangdai::export::html(&sheet)).unwrap();
            std::fs::write(format!("/tmp/{name}-{}.csv", kind.code()), chuanbangdai::export::csv(&sheet).unwrap())
                .unwrap();
            for page in 0..pages.count() {
                std::fs::write(format!("/tmp/{name}-{}-{page}.png", kind.code()), pages.png(page, 100.0).unwrap())
                    .unwrap();
            }
        }
    }
}
