// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "common/base/result.h"

namespace jjak::app {

//! A picture that was painted anew, and its thumbnail: nothing of the file that came in is left but what can be seen.
struct MadeImage {
    QString type = {}; //!< of both files: "image/jpeg", or "image/png" where something can be seen through
    int width = 0;     //!< pixels, of the image; at most 2,048
    int height = 0;
    qint64 bytes = 0; //!< of the file `image`
    qint64 thumbnailBytes = 0; //!< of the file `thumbnail`, which has at most 320 pixels a side

    friend bool operator==(const MadeImage &, const MadeImage &) = default;
};

//! Makes pictures safe that strangers sent.
class ImageMaker {
public:
    virtual ~ImageMaker() = default;
    //! Reads the file `input` and writes the files `image` and `thumbnail` into the folder `outputFolder`, which exists; neither
    //! is synced to the disk. Blocks for as long as 30 s; any thread, several at once.
    //! FileType with the reason `type` (neither JPEG, PNG nor WebP, by content), `pixels` (too many) or `damaged`; Unavailable
    //! when it is not the picture's fault. After an error there are no such files in the folder.
    virtual Result<MadeImage> make(const QString &input, const QString &outputFolder) = 0;
};

} // namespace jjak::app
