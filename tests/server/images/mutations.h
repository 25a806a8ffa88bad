// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include "common/base/rng.h"

namespace jjak::images::test {

//! A whole small picture to be damaged.
struct Original {
    const char *name = nullptr;
    QByteArray file = {};
};

//! Every format in its flavours: plain and progressive, with and without alpha, lossy and lossless.
QList<Original> originals();

//! One to eight bits turned over, anywhere.
QByteArray flipped(QByteArray file, Rng &rng);

//! A beginning of it, which may be empty but is never all.
QByteArray cut(const QByteArray &file, Rng &rng);

//! Its head claims a larger side than it has; checksums are right.
QByteArray boasting(const QByteArray &file, Rng &rng);

} // namespace jjak::images::test
