// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/operate/log.h"

#include <QLoggingCategory>
#include <array>
#include <unistd.h>

#include "server/operate/log_categories.h"

namespace jjak::operate {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(serverLog, "jjak.server")
Q_LOGGING_CATEGORY(metricsLog, "jjak.metrics")

namespace {

Log *current = nullptr; // Qt's handler is a plain function

struct Level {
    QtMsgType type;
    QLatin1String name;
};
//! From the least grave on; QtMsgType's own numbers are in no useful order.
constexpr std::array levels{Level{QtDebugMsg, "debug"_L1}, Level{QtInfoMsg, "info"_L1}, Level{QtWarningMsg, "warning"_L1}, Level{QtCriticalMsg, "error"_L1}, Level{QtFatalMsg, "fatal"_L1}};

size_t gravity(QtMsgType type)
{
    size_t i = 0;
    while (levels[i].type != type)
        ++i;
    return i;
}

QtMsgType typeOf(const QString &name)
{
    for (const Level &level : levels) {
        if (name == level.name)
            return level.type;
    }
    return QtInfoMsg;
}

//! Moves, overwrites or reorders what stands around it, or ends the line for some reader.
bool acts(QChar c)
{
    return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format || c == QChar::LineSeparator || c == QChar::ParagraphSeparator || c.isSurrogate();
}

} // namespace

QString escaped(const QString &text, bool quotes)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool pair = c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (pair) {
            out += c;
            out += text[++i];
        } else if (c == u'\n') {
            out += "\\n"_L1;
        } else if (acts(c)) {
            out += u"\\u%1"_s.arg(c.unicode(), 4, 16, QChar(u'0'));
        } else {
            if (quotes && (c == u'"' || c == u'\\'))
                out += u'\\';
            out += c;
        }
    }
    return out;
}

QByteArray LogWriter::write(const LogLine &line)
{
    if (gravity(line.type) < gravity(m_least))
        return {};
    if (m_throttle.take(line.category, line.at) > 0ms && line.type != QtFatalMsg) {
        ++m_leftOut[line.category];
        return {};
    }
    QByteArray out;
    if (const int count = m_leftOut.take(line.category))
        out = formatted({line.at, QtWarningMsg, line.category, u"%1 lines were left out here: too many at once"_s.arg(count)});
    return out + formatted(line);
}

QByteArray LogWriter::formatted(const LogLine &line) const
{
    const QLatin1String level = levels[gravity(line.type)].name;
    const QString at = QString::fromLatin1(toIso(line.at));
    const bool json = m_format == LogFormat::Json;
    const QString category = escaped(line.category, json), message = escaped(line.message, json);
    // Several values in one arg(): a % in a message must not be taken for a place to fill.
    const QString text = json ? u"{\"at\":\"%1\",\"level\":\"%2\",\"category\":\"%3\",\"message\":\"%4\"}\n"_s.arg(at, QString(level), category, message)
                              : u"%1 %2 %3: %4\n"_s.arg(at, QString(level), category, message);
    return text.toUtf8();
}

Log::Log(const QString &level, const QString &format) : m_writer(typeOf(level), format == "json"_L1 ? LogFormat::Json : LogFormat::Text)
{
    // What is never written need not be made into text either.
    QLoggingCategory::setFilterRules(level == "debug"_L1 ? QString() : u"jjak.*.debug=false"_s);
    current = this;
    m_before = qInstallMessageHandler(&Log::handle);
}

Log::~Log()
{
    qInstallMessageHandler(m_before);
    current = nullptr;
}

void Log::handle(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    Log &log = *current;
    const LogLine line{std::chrono::floor<Duration>(std::chrono::system_clock::now()), type, QString::fromLatin1(context.category), message};
    const std::lock_guard lock(log.m_mutex);
    const QByteArray bytes = log.m_writer.write(line);
    for (qsizetype done = 0; done < bytes.size();) {
        const ssize_t count = ::write(STDERR_FILENO, bytes.constData() + done, size_t(bytes.size() - done));
        if (count <= 0)
            break; // nobody to tell that nobody can be told
        done += count;
    }
}

} // namespace jjak::operate
