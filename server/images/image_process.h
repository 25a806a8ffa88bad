// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/image_maker.h"

namespace jjak::images {

//! Has every picture made by a process of its own, `jjak-image`, which may break, hang or be killed without hurting anybody.
//! It knows nothing of pictures itself: it starts, waits, and believes only the one line it expects.
class ImageProcess final : public app::ImageMaker {
public:
    static constexpr Duration patience{30'000};

    //! The worker's path, absolute.
    explicit ImageProcess(const QString &program = besideThisProgram(), Duration time = patience);

    Result<app::MadeImage> make(const QString &input, const QString &outputFolder) override;

    //! Where the worker is installed: in the folder of the running program.
    static QString besideThisProgram();

private:
    QString m_program;
    Duration m_time;
};

} // namespace jjak::images
