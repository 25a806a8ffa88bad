// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/say.h"

#include <QFile>
#include <QJsonDocument>
#include <QStringDecoder>
#include <cstdio>

#include "server/control/verbs.h"

namespace jjak::control {

using namespace Qt::StringLiterals;

void say(const QString &line)
{
    std::fputs((line + u'\n').toUtf8().constData(), stdout);
}

void sayJson(const QByteArray &json)
{
    say(QString::fromUtf8(QJsonDocument::fromJson(json).toJson().trimmed()));
}

int complain(const QString &sentence, int code)
{
    std::fflush(stdout);
    std::fputs((u"jjakctl: "_s + sentence + u'\n').toUtf8().constData(), stderr);
    return code;
}

QString sentenceFor(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Unavailable:
        return u"The server cannot do that at this moment; try again."_s;
    case ErrorCode::EventNotFound:
        return u"There is no such event."_s;
    case ErrorCode::EventClosed:
        return u"The event has ended already."_s;
    case ErrorCode::ScriptInvalid:
        return u"The script cannot be played: %1: %2. “jjakctl script check” tells all its mistakes."_s.arg(error.field, error.reason);
    case ErrorCode::AccountNotFound:
        return u"Nobody bears this name."_s;
    case ErrorCode::LetterNotFound:
        return u"There is no such dead letter; “jjakctl dead-letter list” shows them."_s;
    case ErrorCode::LetterUnreadable:
        return u"The server cannot open that dead letter: another version wrote it, or it is not one of several servers any more."_s;
    case ErrorCode::AccessDenied:
        return u"The server does not allow that here."_s;
    case ErrorCode::ProtocolUnknownCommand:
        return u"The server is older than this jjakctl and does not know that command."_s;
    case ErrorCode::ProtocolBadField:
        if (error.field == "args.languages"_L1 && error.reason == "script"_L1)
            return u"The script does not speak all of these languages."_s;
        if (error.field == "args.until"_L1)
            return u"An event has to end after it starts, in the future, and within 24 hours of its start."_s;
        return u"The server does not accept “%1” (%2)."_s.arg(QString(error.field).remove(u"args."_s), error.reason);
    default:
        break;
    }
    const auto name = nameOf(error.code);
    return u"The server refused: %1."_s.arg(QString::fromLatin1(name.data(), qsizetype(name.size())));
}

std::unique_ptr<ControlClient> connected(const QCommandLineParser &options)
{
    auto client = std::make_unique<ControlClient>(options.isSet(dataOption) ? options.value(dataOption) : usualFolder());
    const QString problem = client->connect();
    if (problem.isEmpty())
        return client;
    complain(problem, Refused);
    return nullptr;
}

std::optional<QString> textOf(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        complain(u"%1 cannot be read: %2."_s.arg(name, file.errorString()), Refused);
        return std::nullopt;
    }
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(file.readAll());
    if (!decoder.hasError())
        return text;
    complain(u"%1 is not written in UTF-8."_s.arg(name), Refused);
    return std::nullopt;
}

} // namespace jjak::control
