// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QtGlobal>
#include <mutex>

#include "server/app/throttle.h"

namespace jjak::operate {

enum class LogFormat { Text, Json };

//! One thing to be logged.
struct LogLine {
    Time at;
    QtMsgType type = QtInfoMsg;
    QString category;
    QString message;
};

//! Writes lines for people or for machines; knows no file and no clock. Not for several threads at once.
class LogWriter {
public:
    //! At once, and in the long run, of one category.
    static constexpr double burst = 200, perMinute = 1200;

    LogWriter(QtMsgType least, LogFormat format) : m_least(least), m_format(format) {}

    //! The bytes to write: a line, with one before it that tells how many were left out; empty when this one is left out,
    //! because it is not grave enough or its category says too much.
    QByteArray write(const LogLine &line);

private:
    QByteArray formatted(const LogLine &line) const;

    QtMsgType m_least;
    LogFormat m_format;
    app::Throttle m_throttle{perMinute, burst};
    QHash<QString, int> m_leftOut;
};

//! Takes over Qt's messages and writes them to standard error for as long as it lives. One at a time; any thread may log.
class Log {
public:
    //! level: "debug", "info", "warning" or "error"; format: "text" or "json".
    Log(const QString &level, const QString &format);
    ~Log();
    Q_DISABLE_COPY_MOVE(Log)

private:
    static void handle(QtMsgType type, const QMessageLogContext &context, const QString &message);

    std::mutex m_mutex;
    LogWriter m_writer;
    QtMessageHandler m_before;
};

//! Without line ends and other characters that would do something to a terminal or to a reader of lines: those become
//! escapes as in JSON. With `quotes`, the result may stand between the quotes of a JSON string.
QString escaped(const QString &text, bool quotes);

} // namespace jjak::operate
