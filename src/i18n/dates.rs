//! Days, months and weekdays as they are written: day before month, always, and Khmer digits in Khmer.

use chrono::{Datelike, NaiveDate, Weekday};

use super::Lang;
use super::numbers::digits;

const MONTHS: [(&str, &str); 12] = [
    ("មករា", "January"),
    ("កុម្ភៈ", "February"),
    ("មីនា", "March"),
    ("មេសា", "April"),
    ("ឧសភា", "May"),
    ("មិថុនា", "June"),
    ("កក្កដា", "July"),
    ("សីហា", "August"),
    ("កញ្ញា", "September"),
    ("តុលា", "October"),
    ("វិច្ឆិកា", "November"),
    ("ធ្នូ", "December"),
];

/// `03/10/2026`; `០៣/១០/២០២៦`. Of fixed width, for tables and fields.
pub fn date(date: NaiveDate, lang: Lang) -> String {
    digits(&format!("{:02}/{:02}/{:04}", date.day(), date.month(), date.year()), lang)
}

/// `3 October 2026`; `ថ្ងៃទី៣ ខែតុលា ឆ្នាំ២០២៦`. For letters.
pub fn long_date(date: NaiveDate, lang: Lang) -> String {
    let (day, name, year) = (date.day(), month_name(date.month(), lang), date.year());
    match lang {
        Lang::Km => digits(&format!("ថ្ងៃទី{day} ខែ{name} ឆ្នាំ{year}"), lang),
        Lang::En => format!("{day} {name} {year}"),
    }
}

/// `October 2026`; `តុលា ២០២៦`. Months count from 1.
pub fn month(year: i32, month: u32, lang: Lang) -> String {
    digits(&format!("{} {year}", month_name(month, lang)), lang)
}

/// `October`; `តុលា`. Months count from 1; `–` for what is none.
pub fn month_name(month: u32, lang: Lang) -> &'static str {
    let place = month.checked_sub(1).and_then(|place| usize::try_from(place).ok());
    place.and_then(|place| MONTHS.get(place)).map_or("–", |(km, en)| lang.pick(km, en))
}

/// `Oct`; `តុលា`. Khmer has no abbreviations of months, and its names are short as they are.
pub fn month_short(month: u32, lang: Lang) -> &'static str {
    let name = month_name(month, lang);
    match lang {
        Lang::Km => name,
        Lang::En => name.get(..3).unwrap_or(name),
    }
}

/// `Saturday`; `ថ្ងៃសៅរ៍`.
pub fn weekday(date: NaiveDate, lang: Lang) -> &'static str {
    match date.weekday() {
        Weekday::Mon => lang.pick("ថ្ងៃចន្ទ", "Monday"),
        Weekday::Tue => lang.pick("ថ្ងៃអង្គារ", "Tuesday"),
        Weekday::Wed => lang.pick("ថ្ងៃពុធ", "Wednesday"),
        Weekday::Thu => lang.pick("ថ្ងៃព្រហស្បតិ៍", "Thursday"),
        Weekday::Fri => lang.pick("ថ្ងៃសុក្រ", "Friday"),
        Weekday::Sat => lang.pick("ថ្ងៃសៅរ៍", "Saturday"),
        Weekday::Sun => lang.pick("ថ្ងៃអាទិត្យ", "Sunday"),
    }
}

/// How long ago, in plain words: `today`, `yesterday`, `5 days ago`, `3 weeks ago`; days ahead are negative:
/// `tomorrow`, `in 5 days`. By days below two weeks, weeks below two months, months below two years, rounded down,
/// so that nothing is said to be older than it is.
pub fn relative(days_ago: i64, lang: Lang) -> String {
    match days_ago {
        0 => return lang.pick("ថ្ងៃនេះ", "today").to_owned(),
        1 => return lang.pick("ម្សិលមិញ", "yesterday").to_owned(),
        -1 => return lang.pick("ថ្ងៃស្អែក", "tomorrow").to_owned(),
        _ => {}
    }
    let days = days_ago.unsigned_abs();
    let (count, unit) = match days {
        0..14 => (days, lang.pick("ថ្ងៃ", "days")),
        14..61 => (days / 7, lang.pick("សប្ដាហ៍", "weeks")),
        61..731 => (days * 12 / 365, lang.pick("ខែ", "months")),
        _ => (days / 365, lang.pick("ឆ្នាំ", "years")),
    };
    match (lang, days_ago > 0) {
        (Lang::Km, true) => digits(&format!("{count} {unit}មុន"), lang),
        (Lang::Km, false) => digits(&format!("{count} {unit}ទៀត"), lang),
        (Lang::En, true) => format!("{count} {unit} ago"),
        (Lang::En, false) => format!("in {count} {unit}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain;
    use crate::domain::text::has_khmer;

    fn saturday() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 10, 3).unwrap()
    }

    #[test]
    fn days_are_written_in_both_languages() {
        assert_eq!(date(saturday(), Lang::En), "03/10/2026");
        assert_eq!(date(saturday(), Lang::Km), "០៣/១០/២០២៦");
        assert_eq!(long_date(saturday(), Lang::En), "3 October 2026");
        assert_eq!(long_date(saturday(), Lang::Km), "ថ្ងៃទី៣ ខែតុលា ឆ្នាំ២០២៦");
        assert_eq!(month(2026, 10, Lang::En), "October 2026");
        assert_eq!(month(2026, 10, Lang::Km), "តុលា ២០២៦");
        assert_eq!(weekday(saturday(), Lang::En), "Saturday");
        assert_eq!(weekday(saturday(), Lang::Km), "ថ្ងៃសៅរ៍");
    }

    #[test]
    fn what_is_written_is_read_back() {
        for lang in Lang::ALL {
            assert_eq!(domain::date::parse(&date(saturday(), lang)), Ok(saturday()));
            for days in [0, 1] {
                let day = saturday() - chrono::Days::new(days);
                let said = relative(i64::try_from(days).unwrap(), lang);
                assert_eq!(domain::date::parse_relative(&said, saturday()), Ok(day), "{said}");
            }
        }
    }

    #[test]
    fn names_are_all_there_and_differ() {
        for lang in Lang::ALL {
            let week = saturday().iter_days().take(7).map(|day| weekday(day, lang));
            let months = (1..=12).map(|number| month_name(number, lang));
            let mut names: Vec<_> = week.chain(months).collect();
            assert!(names.iter().all(|name| has_khmer(name) == (lang == Lang::Km)), "{names:?}");
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), 19);
        }
        assert_eq!((month_short(9, Lang::En), month_short(9, Lang::Km)), ("Sep", "កញ្ញា"));
        assert_eq!((month_name(0, Lang::En), month_short(13, Lang::Km)), ("–", "–"));
    }

    #[test]
    fn distances_are_said_in_plain_words() {
        let said = |days| (relative(days, Lang::Km), relative(days, Lang::En));
        for (days, km, en) in [
            (0, "ថ្ងៃនេះ", "today"),
            (1, "ម្សិលមិញ", "yesterday"),
            (-1, "ថ្ងៃស្អែក", "tomorrow"),
            (13, "១៣ ថ្ងៃមុន", "13 days ago"),
            (-2, "២ ថ្ងៃទៀត", "in 2 days"),
            (14, "២ សប្ដាហ៍មុន", "2 weeks ago"),
            (60, "៨ សប្ដាហ៍មុន", "8 weeks ago"),
            (61, "២ ខែមុន", "2 months ago"),
            (-90, "២ ខែទៀត", "in 2 months"),
            (365, "១២ ខែមុន", "12 months ago"),
            (731, "២ ឆ្នាំមុន", "2 years ago"),
        ] {
            assert_eq!(said(days), (km.to_owned(), en.to_owned()));
        }
        assert!(!relative(i64::MIN, Lang::En).is_empty());
    }
}
