// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QTemporaryDir>

#include "server/images/image_process.h"

namespace jjak::images::test {

//! Four corners, each of its colour, with some noise: what turned or mirrored it can be seen, and it does not pack to nothing.
QImage scene(QSize size, int alpha = 255);

//! The colour of scene() that this one is nearest to: 'r', 'g', 'b' or 'y'.
char cornerOf(QRgb colour);

//! Corners of a picture, from the upper left one as one reads.
QByteArray corners(const QImage &image);

//! The picture as a file of a format of Qt.
QByteArray encoded(const QImage &image, const char *format, int quality = 90);

//! A JPEG in several scans, as pages on the web have them.
QByteArray progressive(const QImage &image);

//! A chunk of a PNG with its checksum.
QByteArray pngChunk(const QByteArray &type, const QByteArray &data);

//! A PNG whose head says so, and so many rows of zeros behind it.
QByteArray emptyPng(quint32 width, quint32 height, quint32 rows);

QByteArray contentOf(const QString &path);
void put(const QString &path, const QByteArray &bytes);

//! Runs a program and gives what it said; fails the test when it does not end well.
QByteArray outputOf(const QString &program, const QStringList &arguments);

//! A folder to upload from and one to be written to, and the real worker between them.
class Bench {
public:
    explicit Bench(const QString &program = QStringLiteral(JJAK_BIN_DIR "/jjak-image"), Duration time = ImageProcess::patience);

    Result<app::MadeImage> make(const QByteArray &file, const QString &name = QStringLiteral("upload"));
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString output() const { return path(QStringLiteral("out")); }
    QImage image() const { return QImage::fromData(contentOf(output() + QStringLiteral("/image"))); }
    QImage thumbnail() const { return QImage::fromData(contentOf(output() + QStringLiteral("/thumbnail"))); }
    //! Names of all files that were written.
    QStringList written() const;
    ImageProcess &process() { return m_process; }

private:
    QTemporaryDir m_folder;
    ImageProcess m_process;
};

//! Whether it was refused for this reason and nothing was left behind.
bool refusedFor(const Result<app::MadeImage> &result, const char *reason, const Bench &bench);

} // namespace jjak::images::test
