// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/images/image_process.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <optional>

#include "common/rules/limits.h"
#include "server/images/child_process.h"

namespace jjak::images {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(imagesLog, "jjak.images") // codes and signals, never names of files

constexpr qsizetype longestAnswer = 4096;
constexpr Duration later{60'000};
enum Exit { Made = 0, Refused = 1, CannotWork = 2 };

Error notTaken(const QString &reason)
{
    return {ErrorCode::FileType, {}, reason, {}};
}

QString in(const QString &folder, const QString &name)
{
    return folder + u'/' + name;
}

//! nullopt when this is not what a worker says that made what lies there.
std::optional<app::MadeImage> madeFrom(const QJsonObject &said, const QString &folder)
{
    const app::MadeImage made{said["type"_L1].toString(), said["width"_L1].toInt(), said["height"_L1].toInt(), said["bytes"_L1].toInteger(), said["thumbnailBytes"_L1].toInteger()};
    const auto lies = [&](const QString &name, qint64 bytes) {
        const QFileInfo file(in(folder, name));
        return bytes > 0 && file.isFile() && !file.isSymLink() && file.size() == bytes;
    };
    const auto isSide = [](int pixels) { return pixels >= 1 && pixels <= limits::imageSide; };
    const bool right = (made.type == "image/jpeg"_L1 || made.type == "image/png"_L1) && isSide(made.width) && isSide(made.height) && lies(u"image"_s, made.bytes)
                       && lies(u"thumbnail"_s, made.thumbnailBytes);
    return right ? std::optional(made) : std::nullopt;
}

Result<app::MadeImage> outcome(const ChildEnd &end, const QString &folder)
{
    const QJsonObject said = QJsonDocument::fromJson(end.said).object();
    if (end.how == ChildEnd::How::Exited && end.code == Made) {
        if (const auto made = madeFrom(said, folder))
            return *made;
        qCWarning(imagesLog) << "the worker's answer does not fit";
        return notTaken(u"damaged"_s);
    }
    if (end.how == ChildEnd::How::Exited && end.code == Refused) {
        const QString reason = said["refused"_L1].toString();
        return notTaken(reason == "type"_L1 || reason == "pixels"_L1 ? reason : u"damaged"_s);
    }
    if (end.how == ChildEnd::How::NotStarted || (end.how == ChildEnd::How::Exited && end.code == CannotWork)) {
        qCWarning(imagesLog) << "the worker cannot work:" << (end.how == ChildEnd::How::NotStarted ? "not started, error" : "exit code") << end.code;
        return Error::later(ErrorCode::Unavailable, later);
    }
    qCInfo(imagesLog) << "a picture broke its worker:" << (end.how == ChildEnd::How::Killed ? "signal" : "exit code") << end.code;
    return notTaken(u"damaged"_s);
}

} // namespace

ImageProcess::ImageProcess(const QString &program, Duration time) : m_program(program), m_time(time) { }

QString ImageProcess::besideThisProgram()
{
    return in(QCoreApplication::applicationDirPath(), u"jjak-image"_s);
}

Result<app::MadeImage> ImageProcess::make(const QString &input, const QString &outputFolder)
{
    const ChildEnd end = runChild(QFile::encodeName(m_program), {QFile::encodeName(input), QFile::encodeName(outputFolder)}, m_time, longestAnswer);
    Result<app::MadeImage> made = outcome(end, outputFolder);
    if (!made) {
        QFile::remove(in(outputFolder, u"image"_s));
        QFile::remove(in(outputFolder, u"thumbnail"_s));
    }
    return made;
}

} // namespace jjak::images
