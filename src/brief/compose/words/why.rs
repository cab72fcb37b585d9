//! Why a brief goes to its party: what happened where it can help, and what others have said of it, with the source.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    /// Heading.
    why() { km: "ហេតុអ្វីយើងលើកបញ្ហានេះជូន", en: "Why we bring this to you" }
    /// To a facility.
    facility() {
        km: "ការទៅពេទ្យដែលរាប់ក្នុងឯកសារនេះ សុទ្ធតែនៅមូលដ្ឋានសុខាភិបាលនេះ ដូច្នេះយើងលើកជូននៅទីនេះមុនគេ។ អ្វីដែលនៅមិនទាន់ដោះស្រាយ យើងនឹងលើកជូនភ្នាក់ងារ ប.ស.ស. នៅមន្ទីរពេទ្យ សាខា ប.ស.ស. និងទីស្នាក់ការកណ្ដាល តាមលំដាប់។",
        en: "The visits counted here were all made to this facility, so we bring them here first. What stays unsettled goes to the fund’s agent at the hospital, to the fund’s branch and to its head office, in this order."
    }
    /// To the fund's agent at a facility.
    agent() {
        km: "ការទៅពេទ្យដែលរាប់ក្នុងឯកសារនេះ សុទ្ធតែនៅមូលដ្ឋានសុខាភិបាលដែលភ្នាក់ងារ ប.ស.ស. ប្រចាំការ។ អ្វីដែលនៅមិនទាន់ដោះស្រាយ យើងនឹងលើកជូនសាខា ប.ស.ស. និងទីស្នាក់ការកណ្ដាល តាមលំដាប់។",
        en: "The visits counted here were all made to the facility where the fund’s agent works. What stays unsettled goes to the fund’s branch and to its head office, in this order."
    }
    /// To the fund's governing body.
    board() {
        km: "កម្មករមានតំណាងក្នុងក្រុមប្រឹក្សាភិបាល ប.ស.ស.។ យើងលើកជូននៅទីនេះនូវអ្វីដែលទីស្នាក់ការកណ្ដាលមិនទាន់ដោះស្រាយ។",
        en: "Workers sit in the fund’s governing body. We bring here what the head office did not settle."
    }
    /// To a provincial labour department.
    labour_department() {
        km: "ការទៅពេទ្យដែលរាប់ក្នុងឯកសារនេះ សុទ្ធតែនៅក្នុងខេត្តនេះ ដោយសមាជិកដែលធ្វើការក្រោមវិសាលភាពច្បាប់ការងារ។",
        en: "The visits counted here were all made in this province, by members who work under the labour law."
    }
    /// To a branch of the fund.
    branch() {
        km: "ការទៅពេទ្យដែលរាប់ក្នុងឯកសារនេះ សុទ្ធតែនៅក្នុងខេត្តនេះ។ សាខាទទួលអ្វីដែលមូលដ្ឋានសុខាភិបាល និងភ្នាក់ងារ ប.ស.ស. មិនអាចដោះស្រាយ។ អ្វីដែលសាខាមិនអាចដោះស្រាយ ត្រូវលើកជូនទីស្នាក់ការកណ្ដាល។",
        en: "The visits counted here were all made in this province. The branch takes up what a facility and the fund’s agent there do not settle. What the branch does not settle goes to the head office."
    }
    /// To the fund's head office.
    head_office() {
        km: "ប.ស.ស. មានកិច្ចព្រមព្រៀងជាមួយមូលដ្ឋានសុខាភិបាល មានភ្នាក់ងារនៅមន្ទីរពេទ្យ មានសាខា និងខ្សែទូរស័ព្ទ 1286។ អ្វីដែលកើតឡើងនៅច្រើនកន្លែង ត្រូវការចម្លើយតែមួយសម្រាប់កន្លែងទាំងអស់។",
        en: "The fund has agreements with health facilities, agents at hospitals, branches and the hotline 1286. What occurs in many places needs one answer for all of them."
    }
    /// To a provincial health department.
    department() {
        km: "ការទៅពេទ្យដែលរាប់ក្នុងឯកសារនេះ សុទ្ធតែនៅមូលដ្ឋានសុខាភិបាលក្នុងខេត្តនេះ។ យើងលើកជូនមន្ទីរនូវអ្វីដែលមូលដ្ឋានតែមួយមិនអាចដោះស្រាយ។",
        en: "The visits counted here were all made to health facilities in this province. We bring to the department what no single facility can settle."
    }
    /// To the Ministry of Health.
    health_ministry() {
        km: "ឯកសារនេះរៀបរាប់អំពីអ្វីដែលសមាជិកបានរាយការណ៍មកមន្ត្រីសហជីព។",
        en: "This summary holds what members reported to union officers."
    }
    /// The same where one officer logged all.
    health_ministry_of_one() {
        km: "ឯកសារនេះរៀបរាប់អំពីអ្វីដែលសមាជិកបានរាយការណ៍មកមន្ត្រីសហជីពម្នាក់។",
        en: "This summary holds what members reported to one union officer."
    }
    /// To the labour ministry.
    labour_ministry() {
        km: "ប្រកាសរបស់ក្រសួងកំណត់តាវកាលិកផ្នែកថែទាំសុខភាពរបស់ ប.ស.ស. (ប្រកាសលេខ ១០៩ ថ្ងៃទី១៧ ខែមីនា ឆ្នាំ២០១៦ កែដោយប្រកាសលេខ ១៨៤ ថ្ងៃទី២៥ ខែមេសា ឆ្នាំ២០១៨)។ សមាជិកក៏ទូរស័ព្ទទៅក្រសួងតាមលេខ 1297 ដែរ។ ឯកសារនេះបង្ហាញថា អ្វីដែលកំណត់ត្រូវបានអនុវត្តដូចម្ដេចនៅមន្ទីរពេទ្យ តាមសម្ដីអ្នកដែលបានប្ដឹង។",
        en: "The ministry’s prakas set the fund’s health care benefits (Prakas 109 of 17 March 2016, amended by Prakas 184 of 25 April 2018), and members also call its hotline 1297. This summary shows how that is carried out at hospitals, by the accounts of those who complained."
    }
    /// To the regulator.
    regulator() {
        km: "និយ័តករទទួលពាក្យបណ្ដឹងជាលាយលក្ខណ៍អក្សរ ក្នុង ៣០ ថ្ងៃធ្វើការ គិតពីថ្ងៃដែលវិវាទមិនបានដោះស្រាយនៅថ្នាក់ប្រតិបត្តិករ ហើយផ្សះផ្សាក្នុង ៣០ ថ្ងៃធ្វើការ (សេចក្ដីសម្រេចលេខ ០១៧ ថ្ងៃទី២២ ខែវិច្ឆិកា ឆ្នាំ២០២៤)។ ឯកសារនេះមិនមែនជាពាក្យបណ្ដឹងបែបនោះទេ។ វាបង្ហាញថា បញ្ហាអ្វីកើតមានមុនដល់ដំណាក់កាលនោះ។",
        en: "The regulator takes written complaints within 30 working days after a dispute stays unresolved with the operator, and conciliates within 30 working days (Decision 017 of 22 November 2024). This summary is no such complaint. It shows what occurs before one is made."
    }
    /// What the Prime Minister said of providers.
    said_of_care() {
        km: "នៅថ្ងៃទី២០ ខែកុម្ភៈ ឆ្នាំ២០២៥ សម្ដេចធិបតី នាយករដ្ឋមន្ត្រី បានណែនាំក្រសួងសុខាភិបាលឱ្យធានាថា អ្នកកាន់ប័ណ្ណសមធម៌ ប័ណ្ណគ្រួសារងាយរងហានិភ័យ និងប័ណ្ណ ប.ស.ស. ទទួលបានសេវាសុខភាពចាំបាច់ទាន់ពេលវេលា ហើយបានលើកទឹកចិត្តប្រជាពលរដ្ឋឱ្យរាយការណ៍ នៅពេលអ្នកផ្ដល់សេវាមិនយកចិត្តទុកដាក់ (Fresh News ថ្ងៃទី២០ ខែកុម្ភៈ ឆ្នាំ២០២៥)។",
        en: "On 20 February 2025 the Prime Minister instructed the Ministry of Health to ensure that holders of equity, at-risk-household and NSSF cards have timely access to essential health care, and encouraged people to report where providers do not give them proper attention (Fresh News, 20 February 2025)."
    }
    /// What the Prime Minister said of those who run the programme.
    said_of_operators() {
        km: "នៅថ្ងៃទី២០ ខែកុម្ភៈ ឆ្នាំ២០២៥ សម្ដេចធិបតី នាយករដ្ឋមន្ត្រី បានសង្កត់ធ្ងន់ថា ប្រតិបត្តិករត្រូវធានាឱ្យអ្នកកាន់ប័ណ្ណសមធម៌ ប័ណ្ណគ្រួសារងាយរងហានិភ័យ និងប័ណ្ណ ប.ស.ស. ទទួលបានសេវាមានស្តង់ដារដូចគ្នា ហើយបានលើកទឹកចិត្តប្រជាពលរដ្ឋឱ្យរាយការណ៍ នៅពេលអ្នកផ្ដល់សេវាមិនយកចិត្តទុកដាក់ (Fresh News ថ្ងៃទី២០ ខែកុម្ភៈ ឆ្នាំ២០២៥)។",
        en: "On 20 February 2025 the Prime Minister stressed that operators must guarantee holders of equity, at-risk-household and NSSF cards the same standard of services, and encouraged people to report where providers do not give them proper attention (Fresh News, 20 February 2025)."
    }
    /// Heading of the sources.
    sources() { km: "ប្រភព", en: "Sources" }
    /// A source.
    source_speech() {
        km: "Fresh News ថ្ងៃទី២០ ខែកុម្ភៈ ឆ្នាំ២០២៥៖ en.freshnewsasia.com/index.php/en/localnews/57917-2025-02-20-05-15-07.html",
        en: "Fresh News, 20 February 2025: en.freshnewsasia.com/index.php/en/localnews/57917-2025-02-20-05-15-07.html"
    }
    /// A source.
    source_prakas() {
        km: "ក្រសួងការងារ និងបណ្ដុះបណ្ដាលវិជ្ជាជីវៈ៖ ប្រកាសលេខ ១០៩ ថ្ងៃទី១៧ ខែមីនា ឆ្នាំ២០១៦ និងប្រកាសលេខ ១៨៤ ថ្ងៃទី២៥ ខែមេសា ឆ្នាំ២០១៨ ស្ដីពីតាវកាលិកផ្នែកថែទាំសុខភាព។",
        en: "Ministry of Labour and Vocational Training: Prakas 109 of 17 March 2016 and Prakas 184 of 25 April 2018, on health care benefits."
    }
    /// A source.
    source_decision() {
        km: "អាជ្ញាធរសេវាហិរញ្ញវត្ថុមិនមែនធនាគារ៖ សេចក្ដីសម្រេចលេខ ០១៧ ថ្ងៃទី២២ ខែវិច្ឆិកា ឆ្នាំ២០២៤ ស្ដីពីនីតិវិធី និងយន្តការដោះស្រាយវិវាទ ឬបណ្ដឹង ដោយនិយ័តករសន្តិសុខសង្គម។",
        en: "Non-Banking Financial Services Authority: Decision 017 of 22 November 2024, on procedures and mechanisms for resolving disputes or complaints by the Social Security Regulator."
    }
}
