// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/calendar.h"

#include <QCoreApplication>
#include <QDateTime>

namespace jjak::client {

using namespace Qt::StringLiterals;

namespace {

//! Writes content lines as RFC 5545 §3.1 wants them: CRLF, and folded so that no line has more than 75 octets.
class Lines {
public:
    void add(const QByteArray &line)
    {
        constexpr qsizetype most = 75;
        qsizetype room = most, from = 0;
        while (line.size() - from > room) {
            qsizetype end = from + room;
            // Not within a character: bytes that go on with one begin with the bits 10.
            while (end > from && (quint8(line[end]) & 0xC0) == 0x80)
                --end;
            m_bytes += line.mid(from, end - from) + "\r\n ";
            from = end;
            room = most - 1; // the space counts
        }
        m_bytes += line.mid(from) + "\r\n";
    }
    QByteArray bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

//! A value of type TEXT, RFC 5545 §3.3.11.
QByteArray escaped(const QString &text)
{
    QByteArray out;
    for (const char c : text.toUtf8()) {
        if (c == '\n')
            out += "\\n";
        else if (c == '\\' || c == ';' || c == ',')
            out += QByteArray(1, '\\') + c;
        else if (quint8(c) >= 0x20 && c != 0x7F)
            out += c;
    }
    return out;
}

//! Form 2 of RFC 5545 §3.3.5: a date with UTC time.
QByteArray utc(Time at)
{
    return QDateTime::fromMSecsSinceEpoch(toMs(at), Qt::UTC).toString(u"yyyyMMdd'T'HHmmss'Z'"_s).toLatin1();
}

void addAlarm(Lines &lines, int minutes, const QByteArray &text)
{
    lines.add("BEGIN:VALARM");
    lines.add("ACTION:DISPLAY");
    lines.add("TRIGGER:-PT" + QByteArray::number(minutes) + 'M');
    lines.add("DESCRIPTION:" + text);
    lines.add("END:VALARM");
}

QString summaryOf(const Occasion &occasion)
{
    const QString words = occasion.isTable() ? QCoreApplication::translate("jjak", "Coffee table · %1", "its topic") : QCoreApplication::translate("jjak", "Blind date · %1", "title of an event, or a day");
    return words.arg(occasion.heading);
}

QString descriptionOf(const Occasion &occasion)
{
    return occasion.isTable() ? QCoreApplication::translate("jjak", "Open Jjak: the table's room opens by itself at that time.")
                              : QCoreApplication::translate("jjak", "Open Jjak and take a seat. The doors open a little earlier.");
}

} // namespace

QByteArray icsOf(const Occasion &occasion, const QString &language, Time stamp, const QString &server)
{
    const QByteArray id = std::visit([](const auto &one) { return one.toText(); }, occasion.id);
    const QByteArray parameter = language.isEmpty() ? QByteArray() : ";LANGUAGE=" + language.toLatin1();
    const QByteArray summary = escaped(summaryOf(occasion));
    Lines lines;
    lines.add("BEGIN:VCALENDAR");
    lines.add("VERSION:2.0");
    lines.add("PRODID:-//Jjak//Jjak " JJAK_VERSION "//EN");
    lines.add("CALSCALE:GREGORIAN");
    lines.add("BEGIN:VEVENT");
    lines.add("UID:" + id + '@' + (server.isEmpty() ? QByteArray("jjak.invalid") : escaped(server)));
    lines.add("DTSTAMP:" + utc(stamp));
    lines.add("SEQUENCE:" + QByteArray::number(std::max<qint64>(0, occasion.version - 1)));
    lines.add("DTSTART:" + utc(occasion.from));
    lines.add("DTEND:" + utc(occasion.until));
    lines.add("SUMMARY" + parameter + ':' + summary);
    lines.add("DESCRIPTION" + parameter + ':' + escaped(descriptionOf(occasion)));
    if (occasion.closed)
        lines.add("STATUS:CANCELLED");
    for (const int minutes : {10, 1})
        addAlarm(lines, minutes, summary);
    lines.add("END:VEVENT");
    lines.add("END:VCALENDAR");
    return lines.bytes();
}

QString icsFileName(const Occasion &occasion)
{
    return u"jjak-%1.ics"_s.arg(QDateTime::fromMSecsSinceEpoch(toMs(occasion.from), Qt::UTC).date().toString(Qt::ISODate));
}

} // namespace jjak::client
