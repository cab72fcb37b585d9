//! What attachments are called, and what was taken out of them.

use super::named;
use crate::domain::attachment::{Media, Stripped};

named! { Media {
    Jpeg => "រូបថត", "Photo";
    Png => "រូបភាព", "Picture";
    Webp => "រូបភាព", "Picture";
    Pdf => "ឯកសារ PDF", "PDF document";
    Mp3 => "សំឡេង", "Recording";
    Mp4 => "សំឡេង", "Recording";
    Threegp => "សំឡេង", "Recording";
    Ogg => "សារជាសំឡេង", "Voice message";
    Amr => "សំឡេង", "Recording";
    Wav => "សំឡេង", "Recording";
} }

named! { Stripped {
    Camera => "កាមេរ៉ា", "camera";
    Position => "ទីតាំង", "position";
    Texts => "ចំណងជើង និងឈ្មោះ", "titles and names";
    Times => "ម៉ោងថត", "times";
    Pictures => "រូបបន្ថែម", "other pictures";
    Rest => "ទិន្នន័យផ្សេង", "other data";
} }
