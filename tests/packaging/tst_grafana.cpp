// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QSet<QString> matches(const QString &text, const QRegularExpression &pattern)
{
    QSet<QString> out;
    for (auto it = pattern.globalMatch(text); it.hasNext();)
        out += it.next().captured(1);
    return out;
}

//! Everything a server tells Prometheus, by name.
QSet<QString> told()
{
    static const QRegularExpression figure(u"\\b(?:gauges?|counter|histogram)\\(\"([a-z_]+)\""_s);
    QSet<QString> out;
    for (QDirIterator it(QStringLiteral(JJAK_SOURCE_DIR "/server"), {u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
        out += matches(QString::fromUtf8(contentOf(it.next())), figure);
    return out;
}

} // namespace

//! packaging/grafana/jjak.json and the figures of a server.
class TestGrafana : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyFigureIsOnTheDashboardAndNothingElse();
    void panelsHaveTitlesAndDoNotLieOnEachOther();

private:
    QJsonObject m_board;
};

void TestGrafana::initTestCase()
{
    QJsonParseError error;
    m_board = QJsonDocument::fromJson(contentOf(QStringLiteral(JJAK_SOURCE_DIR "/packaging/grafana/jjak.json")), &error).object();
    QVERIFY2(error.error == QJsonParseError::NoError, qPrintable(error.errorString()));
}

void TestGrafana::everyFigureIsOnTheDashboardAndNothingElse()
{
    static const QRegularExpression name(u"\\b((?:jjak|process)_[a-z_]+?)(?:_bucket)?\\b"_s);
    QSet<QString> shown;
    for (const QJsonValue panel : m_board[u"panels"_s].toArray())
        for (const QJsonValue target : panel[u"targets"_s].toArray())
            shown += matches(target[u"expr"_s].toString(), name);
    QVERIFY(shown.size() >= 20);
    QCOMPARE(QStringList((told() - shown).values()), QStringList());
    QCOMPARE(QStringList((shown - told()).values()), QStringList());
}

void TestGrafana::panelsHaveTitlesAndDoNotLieOnEachOther()
{
    QSet<QString> titles, places;
    const QJsonArray panels = m_board[u"panels"_s].toArray();
    for (const QJsonValue panel : panels) {
        const QJsonValue place = panel[u"gridPos"_s];
        QVERIFY(!panel[u"title"_s].toString().isEmpty());
        titles += panel[u"title"_s].toString();
        QVERIFY(place[u"x"_s].toInt() + place[u"w"_s].toInt() <= 24);
        for (int x = 0; x < place[u"w"_s].toInt(); ++x)
            for (int y = 0; y < place[u"h"_s].toInt(); ++y) {
                const QString cell = u"%1 %2"_s.arg(place[u"x"_s].toInt() + x).arg(place[u"y"_s].toInt() + y);
                QVERIFY2(!places.contains(cell), qPrintable(panel[u"title"_s].toString()));
                places += cell;
            }
    }
    QCOMPARE(titles.size(), panels.size());
}

QTEST_GUILESS_MAIN(TestGrafana)
#include "tst_grafana.moc"
