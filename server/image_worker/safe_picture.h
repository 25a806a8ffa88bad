// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSize>
#include <variant>

namespace jjak::image_worker {

//! Why a picture is not taken.
enum class Refusal {
    Type,    //!< neither JPEG, PNG nor WebP
    Pixels,  //!< more than is decoded
    Damaged, //!< truncated, lying about itself, or broken
};

//! A picture painted anew, as files of one type.
struct SafePicture {
    const char *type = nullptr; //!< "image/jpeg" or "image/png"
    QSize size = {};            //!< of the image
    QByteArray image = {};
    QByteArray thumbnail = {};
};

//! Loads what decodes and encodes, so that no file has to be opened later. False when a format is not installed.
bool loadFormats();

//! Decodes what a stranger sent and makes fresh files of its pixels, and of nothing else: upright, in sRGB, at most 2,048
//! pixels a side and 320 for the thumbnail; of animations the first frame.
std::variant<SafePicture, Refusal> makeSafe(const QByteArray &bytes);

} // namespace jjak::image_worker
