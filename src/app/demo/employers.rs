//! Made-up factories, and who the demo's officers are. No name is meant to be a real company's or person's; one that
//! is would be so by accident.

use super::random::Random;

/// The factories with the numbers of their provinces.
const FACTORIES: [(u8, &str); 60] = [
    (12, "Moonrice Garment (Cambodia) Co., Ltd."),
    (12, "Seven Herons Knitting Co., Ltd."),
    (12, "Kapok Tree Apparel Ltd."),
    (12, "Srolanh Stitch Co., Ltd."),
    (12, "Blue Gourd Footwear Ltd."),
    (12, "Teuk Thla Loom Works"),
    (12, "Harvest Button (Phnom Penh) Ltd."),
    (12, "Ondong Thread Co., Ltd."),
    (12, "Paper Kite Sportswear Ltd."),
    (12, "Two Buffalo Jeans Co., Ltd."),
    (12, "រោងចក្រកាត់ដេរ ផ្កាត្រកួន"),
    (12, "រោងចក្រកាត់ដេរ ខ្យល់ទន្លេ"),
    (12, "រោងចក្រស្បែកជើង ជំហានបី"),
    (12, "Quiet River Hosiery Ltd."),
    (8, "Kingfisher Loop Knitting Ltd."),
    (8, "Mekong Needlecase Co., Ltd."),
    (8, "Tamarind Cuff Apparel Ltd."),
    (8, "Nine Lanterns Garment Co., Ltd."),
    (8, "Sandbank Shoe Works"),
    (8, "Prek Sleng Bag and Strap Ltd."),
    (8, "រោងចក្រកាត់ដេរ ដើមអំពិល"),
    (8, "រោងចក្រកាបូប ទឹកសាបថ្មី"),
    (8, "Half Moon Zipper Co., Ltd."),
    (5, "Palm Sugar Apparel Co., Ltd."),
    (5, "Thnot Hill Garment Ltd."),
    (5, "Red Anthill Footwear Co., Ltd."),
    (5, "Cricket Song Textile Ltd."),
    (5, "Cool Ridge Outerwear Ltd."),
    (5, "រោងចក្រកាត់ដេរ ដើមត្នោតភ្លោះ"),
    (5, "រោងចក្រស្បែកជើង ផ្លូវក្រហម"),
    (5, "Crossed Needle Garment Co., Ltd."),
    (21, "Third Pond Lining Ltd."),
    (21, "Duckweed Knitwear Co., Ltd."),
    (21, "Old Canal Garment Ltd."),
    (21, "Silk Cocoon Row Apparel Ltd."),
    (21, "រោងចក្រកាត់ដេរ បឹងឈូកស"),
    (3, "Rubber Grove Footwear Ltd."),
    (3, "Bamboo Ferry Garment Co., Ltd."),
    (3, "Longan Collar Shirts Ltd."),
    (3, "រោងចក្រកាត់ដេរ ស្ពានឫស្សីវែង"),
    (20, "Border Post Bicycle Bags Ltd."),
    (20, "Windmill Row Shoes Co., Ltd."),
    (20, "Cashew Leaf Apparel Ltd."),
    (20, "Straight Seam (Svay Rieng) Ltd."),
    (4, "Clay Pot Garment Co., Ltd."),
    (4, "Water Village Footwear Ltd."),
    (4, "Morning Kiln Apparel Ltd."),
    (4, "រោងចក្រកាត់ដេរ ក្អមដី"),
    (18, "Coral Tide Luggage Co., Ltd."),
    (18, "Squid Boat Garment Ltd."),
    (18, "Salt Wind Swimwear Ltd."),
    (17, "Lily Moat Handbags Ltd."),
    (17, "Stone Smile Knitting Co., Ltd."),
    (17, "រោងចក្រកាត់ដេរ ទន្លេត្រីតូច"),
    (2, "Orange Orchard Apparel Ltd."),
    (2, "Rice Barge Garment Co., Ltd."),
    (2, "Bamboo Wagon Footwear Ltd."),
    (1, "Market Bridge Garment Ltd."),
    (14, "Water Hyacinth Weaving Ltd."),
    (25, "Pepper Vine Gloves Co., Ltd."),
];

/// The officers of the demo.
const OFFICERS: [&str; 8] = [
    "Chhim Sreyleak",
    "Nou Vicheka",
    "Keo Rumduol",
    "ប៊ុន សុជាតិ",
    "Prak Samnang",
    "ហេង ចាន់ធី",
    "Yin Bopha",
    "Tep Raksmey",
];

/// An employer with the number of its union local.
pub(super) fn employer(province: u8, random: &mut Random) -> (&'static str, usize) {
    // Some members work in one province and fall ill in another: at home, or sent on to the capital.
    let stays = random.percent(if province == 12 { 75 } else { 92 });
    let start = FACTORIES.iter().position(|(place, _)| *place == province);
    let length = FACTORIES.iter().filter(|(place, _)| *place == province).count();
    let index = match start {
        Some(start) if stays => {
            let (one, other) = (random.below(length as u32), random.below(length as u32));
            start + one.min(other) as usize
        }
        _ => random.below(FACTORIES.len() as u32) as usize,
    };
    (FACTORIES.get(index).map_or("", |(_, name)| name), index + 1)
}

/// The officer who follows a case up.
pub(super) fn officer(random: &mut Random) -> &'static str {
    random.pick_early(&OFFICERS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn factories_of_a_province_stand_together_and_have_names_of_their_own() {
        let mut provinces: Vec<u8> = FACTORIES.iter().map(|(province, _)| *province).collect();
        provinces.dedup();
        let runs = provinces.len();
        provinces.sort_unstable();
        provinces.dedup();
        assert_eq!(provinces.len(), runs);
        let mut names: Vec<_> = FACTORIES.iter().map(|(_, name)| *name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), FACTORIES.len());
    }
}
