// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "server/operate/log.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::operate;

namespace {

const Time noon = timeFromIso(u"2026-11-21T12:00:00.007Z").value();

LogLine line(const QString &message, QtMsgType type = QtInfoMsg, const QString &category = u"jjak.server"_s, Time at = noon)
{
    return {at, type, category, message};
}

} // namespace

//! What the log looks like, and what it leaves out.
class TestLog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textLinesTellTimeLevelAndCategory()
    {
        LogWriter writer(QtDebugMsg, LogFormat::Text);
        QCOMPARE(writer.write(line(u"listening"_s)), QByteArray("2026-11-21T12:00:00.007Z info jjak.server: listening\n"));
        QCOMPARE(writer.write(line(u"x"_s, QtCriticalMsg)), QByteArray("2026-11-21T12:00:00.007Z error jjak.server: x\n"));
        QCOMPARE(writer.write(line(u"%1 %2 100%"_s)), QByteArray("2026-11-21T12:00:00.007Z info jjak.server: %1 %2 100%\n"));
    }

    void jsonLinesAreOneObjectEach()
    {
        LogWriter writer(QtDebugMsg, LogFormat::Json);
        const QString nasty = u"a \"b\" \\ \n\t\u001b[31m \u0085 \u202e 짝 😀 %1 \u2028"_s;
        const QByteArray bytes = writer.write(line(nasty, QtWarningMsg, u"jjak.\"x\""_s));
        QCOMPARE(bytes.count('\n'), 1);
        const QJsonObject object = QJsonDocument::fromJson(bytes).object();
        QCOMPARE(object[u"message"].toString(), nasty);
        QCOMPARE(object[u"category"].toString(), u"jjak.\"x\""_s);
        QCOMPARE(object[u"level"].toString(), u"warning"_s);
        QCOMPARE(object[u"at"].toString(), u"2026-11-21T12:00:00.007Z"_s);
    }

    void nobodyWritesALineOfHisOwnOrToTheTerminal()
    {
        for (ushort c = 0; c < 0x3000; ++c) {
            const QChar one(c);
            const bool acts = c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029 || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200b || c == 0x200f;
            if (acts)
                QVERIFY2(!escaped(QString(one), false).contains(one), qPrintable(QString::number(c, 16)));
        }
        QCOMPARE(escaped(u"a\r\n2026 error jjak: forged"_s, false), u"a\\u000d\\n2026 error jjak: forged"_s);
        QCOMPARE(escaped(u"안녕 짝 é"_s, false), u"안녕 짝 é"_s);
        QCOMPARE(escaped(QString(QChar(0xd83d)), false), u"\\ud83d"_s); // half a character
        QCOMPARE(escaped(u"😀"_s, false), u"😀"_s);
    }

    void onlyTheChosenLevelAndGraverOnesAreWritten()
    {
        const QList<QtMsgType> order{QtDebugMsg, QtInfoMsg, QtWarningMsg, QtCriticalMsg, QtFatalMsg};
        for (int least = 0; least < order.size(); ++least) {
            LogWriter writer(order[least], LogFormat::Text);
            for (int i = 0; i < order.size(); ++i)
                QCOMPARE(writer.write(line(u"x"_s, order[i])).isEmpty(), i < least);
        }
    }

    void aFloodOfOneCategoryIsCutAndCountedAndHidesNoOther()
    {
        LogWriter writer(QtInfoMsg, LogFormat::Text);
        int written = 0;
        for (int i = 0; i < 5000; ++i)
            written += !writer.write(line(u"again"_s)).isEmpty();
        QCOMPARE(written, int(LogWriter::burst));
        QVERIFY(!writer.write(line(u"alone"_s, QtInfoMsg, u"jjak.storage"_s)).isEmpty());
        QVERIFY(!writer.write(line(u"the end"_s, QtFatalMsg)).isEmpty());
        LogWriter other(QtInfoMsg, LogFormat::Text);
        for (int i = 0; i < 205; ++i)
            other.write(line(u"again"_s));
        const QByteArray later = other.write(line(u"later"_s, QtInfoMsg, u"jjak.server"_s, noon + 10s));
        QCOMPARE(later.count('\n'), 2);
        QVERIFY2(later.contains("5 lines were left out"), later.constData());
        QVERIFY(later.endsWith("later\n"));
        QCOMPARE(other.write(line(u"once more"_s, QtInfoMsg, u"jjak.server"_s, noon + 10s)).count('\n'), 1);
    }
};

QTEST_GUILESS_MAIN(TestLog)
#include "tst_log.moc"
