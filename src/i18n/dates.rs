//! Days, months and weekdays as they are written: day before month, always, with the digits and the calendar that the
//! language is written with.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate, Weekday};

use super::lang::{BUDDHIST_YEARS, Calendar, Lang, Language};
use super::numbers::digits;
use crate::domain::digits::to_ascii;

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

/// `03/10/2026`; `០៣/១០/២០២៦`. Of fixed width, for tables and fields. A Buddhist year stands there without its era,
/// which its number tells.
pub fn date(date: NaiveDate, lang: Lang) -> String {
    let year = lang.calendar().year(date.year());
    digits(&format!("{:02}/{:02}/{year:04}", date.day(), date.month()), lang)
}

/// `3 October 2026`; `ថ្ងៃទី៣ ខែតុលា ឆ្នាំ២០២៦`; `3 October 2569 BE`; `ថ្ងៃទី៣ ខែតុលា ព.ស. ២៥៦៩`. For letters.
pub fn long_date(date: NaiveDate, lang: Lang) -> String {
    let (day, name, year) = (date.day(), month_name(date.month(), lang), year(date.year(), lang));
    match (lang.language(), lang.calendar()) {
        (Language::Km, Calendar::Gregorian) => digits(&format!("ថ្ងៃទី{day} ខែ{name} ឆ្នាំ{year}"), lang),
        (Language::Km, Calendar::Buddhist) => digits(&format!("ថ្ងៃទី{day} ខែ{name} {year}"), lang),
        (Language::En, _) => format!("{day} {name} {year}"),
    }
}

/// `October 2026`; `តុលា ២០២៦`; `October 2569 BE`; `តុលា ព.ស. ២៥៦៩`. Months count from 1.
pub fn month(year_number: i32, month: u32, lang: Lang) -> String {
    format!("{} {}", month_name(month, lang), year(year_number, lang))
}

/// A year of the common era: `2026`; `២០២៦`; `2569 BE`; `ព.ស. ២៥៦៩`.
pub fn year(common_era: i32, lang: Lang) -> String {
    let year = lang.calendar().year(common_era);
    match (lang.calendar(), lang.language()) {
        (Calendar::Gregorian, _) => digits(&year.to_string(), lang),
        (Calendar::Buddhist, Language::Km) => digits(&format!("ព.ស. {year}"), lang),
        (Calendar::Buddhist, Language::En) => format!("{year} BE"),
    }
}

/// What the domain reads of a date that was typed: with Buddhist years on the screen, `03/10/2569` becomes
/// `03/10/2026`. All else stays, a Gregorian year too: neither calendar has a visit in a year of the other.
///
/// Without that setting a Buddhist year stays what it is and is refused as a day in the future, for in a file from
/// elsewhere nobody can say whether its year changes in January or at Visak Bochea.
pub fn typed(text: &str, lang: Lang) -> Cow<'_, str> {
    if lang.calendar() == Calendar::Gregorian {
        return Cow::Borrowed(text);
    }
    let plain = to_ascii(text);
    let mut numbers = plain.split(|letter: char| !letter.is_ascii_digit());
    let Some(year) = numbers.find(|number| number.len() == 4) else {
        return Cow::Borrowed(text);
    };
    match year.parse::<i32>() {
        Ok(number) if (2400..3000).contains(&number) => {
            Cow::Owned(plain.replacen(year, &(number - BUDDHIST_YEARS).to_string(), 1))
        }
        _ => Cow::Borrowed(text),
    }
}

/// `October`; `តុលា`. Months count from 1; `–` for what is none.
pub fn month_name(month: u32, lang: Lang) -> &'static str {
    let place = month.checked_sub(1).and_then(|place| usize::try_from(place).ok());
    place.and_then(|place| MONTHS.get(place)).map_or("–", |(km, en)| lang.pick(km, en))
}

/// How people write the name of a month, in small letters, the longer before the shorter: `october`, `oct`; `កុម្ភៈ`, `កុម្ភ`.
pub fn month_spellings(month: u32) -> Vec<String> {
    let name = month_name(month, Lang::En).to_lowercase();
    let short = name.chars().take(3).collect();
    let khmer = month_name(month, Lang::Km);
    let mut all = vec![khmer.to_owned(), khmer.trim_end_matches('ៈ').to_owned(), name, short];
    if month == 9 {
        all.insert(3, "sept".to_owned());
    }
    all
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
    match (lang.language(), days_ago > 0) {
        (Language::Km, true) => digits(&format!("{count} {unit}មុន"), lang),
        (Language::Km, false) => digits(&format!("{count} {unit}ទៀត"), lang),
        (Language::En, true) => format!("{count} {unit} ago"),
        (Language::En, false) => format!("in {count} {unit}"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::lang::Digits;
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
    fn years_follow_the_calendar_and_digits_their_setting() {
        let western = Lang::Km.with_digits(Digits::Western);
        assert_eq!(long_date(saturday(), western), "ថ្ងៃទី3 ខែតុលា ឆ្នាំ2026");
        let [km, en] = Lang::ALL.map(|lang| lang.with_calendar(Calendar::Buddhist));
        assert_eq!((date(saturday(), km), date(saturday(), en)), ("០៣/១០/២៥៦៩".into(), "03/10/2569".into()));
        assert_eq!(long_date(saturday(), km), "ថ្ងៃទី៣ ខែតុលា ព.ស. ២៥៦៩");
        assert_eq!(long_date(saturday(), en), "3 October 2569 BE");
        assert_eq!(
            (month(2026, 10, km), month(2026, 10, en)),
            ("តុលា ព.ស. ២៥៦៩".into(), "October 2569 BE".into())
        );
        assert_eq!(month(2026, 10, km.with_digits(Digits::Western)), "តុលា ព.ស. 2569");
        assert_eq!(year(i32::MAX, km).chars().count(), 15);
    }

    #[test]
    fn a_date_is_typed_in_the_calendar_of_the_screen() {
        let buddhist = Lang::Km.with_calendar(Calendar::Buddhist);
        for text in ["03/10/2569", "៣/១០/២៥៦៩", "2569-10-03", "03.10.2026", "2026-10-03"] {
            assert_eq!(domain::date::parse(&typed(text, buddhist)), Ok(saturday()), "{text}");
        }
        for text in ["", "ម្សិលមិញ", "3/10", "03/10/9999"] {
            assert_eq!(typed(text, buddhist), text);
        }
        assert_eq!(typed("03/10/2569", Lang::Km), "03/10/2569");
        assert_eq!(typed("29/02/2571", buddhist), "29/02/2028");
        for lang in Lang::ALL.map(|lang| lang.with_calendar(Calendar::Buddhist)) {
            assert_eq!(domain::date::parse(&typed(&date(saturday(), lang), lang)), Ok(saturday()));
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
        assert_eq!((month_name(0, Lang::En), month_name(13, Lang::Km)), ("–", "–"));
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
