// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include "client/people/behaviour.h"
#include "client/people/lounge/lounge_lines.h"
#include "common/rules/limits.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::people;

class TstLoungeLines : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAreDifferentAndValid_data() { languages(); }
    void namesAreDifferentAndValid();
    void postsFitTheLimits_data() { languages(); }
    void postsFitTheLimits();
    void daysBringOtherPosts();
    void commentsFitTheLimits_data() { languages(); }
    void commentsFitTheLimits();

private:
    static void languages();
};

void TstLoungeLines::languages()
{
    QTest::addColumn<int>("speech");
    QTest::newRow("ko") << int(Speech::Korean);
    QTest::newRow("en") << int(Speech::English);
}

//! As the server wants names: letters and digits with single spaces between them; and none is the one of the account.
void TstLoungeLines::namesAreDifferentAndValid()
{
    QFETCH(const int, speech);
    static const QRegularExpression valid(u"^[\\p{L}\\p{N}]+( [\\p{L}\\p{N}]+)*$"_s);
    QSet<QString> seen;
    for (int number = 0; number < 200; ++number) {
        const QString name = loungeName(number, 0, Speech(speech));
        QVERIFY2(valid.match(name).hasMatch(), qPrintable(name));
        QVERIFY2(name.size() >= limits::nameMin && name.size() <= limits::nameMax, qPrintable(name));
        QVERIFY2(!seen.contains(name), qPrintable(name));
        QVERIFY(name != demoName(number));
        QVERIFY(loungeName(number, 1, Speech(speech)) != name);
        seen.insert(name);
    }
}

void TstLoungeLines::postsFitTheLimits()
{
    QFETCH(const int, speech);
    static const QRegularExpression tag(u"^[\\p{L}\\p{N}_-]+$"_s);
    for (int number = 0; number < 20; ++number) {
        const auto post = loungePost(number, 0, Speech(speech));
        QVERIFY(!post.title.isEmpty() && post.title.toUcs4().size() <= limits::postTitleCodePoints);
        QVERIFY(!post.text.isEmpty() && post.text.toUcs4().size() <= limits::postCodePoints);
        QVERIFY(!post.tags.isEmpty() && post.tags.size() <= limits::postTags);
        for (const QString &one : post.tags)
            QVERIFY2(tag.match(one).hasMatch() && one.toUcs4().size() <= limits::tagCodePoints, qPrintable(one));
    }
}

void TstLoungeLines::daysBringOtherPosts()
{
    QVERIFY(loungePost(3, 0, Speech::Korean) != loungePost(3, 1, Speech::Korean));
    QVERIFY(loungePost(3, 0, Speech::Korean) != loungePost(4, 0, Speech::Korean));
}

void TstLoungeLines::commentsFitTheLimits()
{
    QFETCH(const int, speech);
    const QStringList lines = loungeComments(Speech(speech));
    QVERIFY(lines.size() >= 3);
    for (const QString &line : lines) {
        QVERIFY(line.toUcs4().size() <= limits::commentCodePoints);
        QCOMPARE(speechOf(line), Speech(speech));
    }
}

QTEST_GUILESS_MAIN(TstLoungeLines)
#include "tst_lounge_lines.moc"
