// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "server/domain/lounge/deed.h"
#include "server/domain/lounge/tags.h"

using namespace jjak;
using namespace jjak::domain;
using namespace Qt::StringLiterals;

namespace {

constexpr Time now = fromMs(1'800'000'000'000);

Error badTag(const QString &wished)
{
    const auto kept = tag(wished, u"args.tag"_s);
    return kept ? Error{ErrorCode::PostNotFound} : kept.error();
}

} // namespace

//! What may be a tag, and who counts for how popular a post is.
class TestLoungeRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tagsAreKeptInOneForm_data();
    void tagsAreKeptInOneForm();
    void whatIsNoTagIsRefused_data();
    void whatIsNoTagIsRefused();
    void tagsKeepTheirOrderAndComeOnce();
    void theBadTagIsNamed();
    void languagesAreCodes();
    void anAccountGrowsUpAtThatMoment();
    void whoDidSomethingCountsOnce();
    void theFirstDeedDecidesWhetherItCounts();
    void whatWasTakenBackIsForgotten();
    void aLikeKeepsItsMoment();
};

void TestLoungeRules::tagsAreKeptInOneForm_data()
{
    QTest::addColumn<QString>("wished");
    QTest::addColumn<QString>("kept");
    QTest::newRow("case") << u"Coffee"_s << u"coffee"_s;
    QTest::newRow("Hangul in pieces") << u"커피"_s.normalized(QString::NormalizationForm_D) << u"커피"_s;
    QTest::newRow("digits and signs") << u"k-pop_2026"_s << u"k-pop_2026"_s;
    QTest::newRow("marks") << u"हिन्दी"_s << u"हिन्दी"_s;
    QTest::newRow("one letter") << u"책"_s << u"책"_s;
    QTest::newRow("24 letters") << QString(24, u'가') << QString(24, u'가');
    QTest::newRow("24 letters that are 48 units") << u"𝒜"_s.repeated(24) << u"𝒜"_s.repeated(24);
    QTest::newRow("pieces that are 24 together") << u"각"_s.normalized(QString::NormalizationForm_D).repeated(24) << u"각"_s.repeated(24);
}

void TestLoungeRules::tagsAreKeptInOneForm()
{
    QFETCH(QString, wished);
    QFETCH(QString, kept);
    const auto out = tag(wished, u"args.tag"_s);
    QVERIFY(out);
    QCOMPARE(*out, kept);
    QCOMPARE(*tag(*out, u"args.tag"_s), kept); // once more changes nothing
}

void TestLoungeRules::whatIsNoTagIsRefused_data()
{
    QTest::addColumn<QString>("wished");
    QTest::addColumn<QString>("reason");
    QTest::newRow("nothing") << QString() << u"length"_s;
    QTest::newRow("25 letters") << QString(25, u'a') << u"length"_s;
    int row = 0;
    for (const QString &wished : {u"#coffee"_s, u"two words"_s, u"a,b"_s, u"a\u0007"_s, u"a\u200b"_s, u"\u202eabc"_s, u"a\nb"_s, u"😀"_s, u"a/b"_s, u"<b>"_s, u"\u0301a"_s, u"."_s})
        QTest::addRow("characters, %d", ++row) << wished << u"characters"_s;
}

void TestLoungeRules::whatIsNoTagIsRefused()
{
    QFETCH(QString, wished);
    QFETCH(QString, reason);
    QCOMPARE(badTag(wished), Error::badField(u"args.tag"_s, reason));
}

void TestLoungeRules::tagsKeepTheirOrderAndComeOnce()
{
    const auto kept = tags({u"B"_s, u"a"_s, u"b"_s, u"c"_s, u"A"_s}, u"args.tags"_s);
    QVERIFY(kept);
    QCOMPARE(*kept, (QStringList{u"b"_s, u"a"_s, u"c"_s}));
    QCOMPARE(*tags({}, u"args.tags"_s), QStringList());
}

void TestLoungeRules::theBadTagIsNamed()
{
    QCOMPARE(tags({u"a"_s, u"b c"_s}, u"args.tags"_s).error(), Error::badField(u"args.tags[1]"_s, u"characters"_s));
    QCOMPARE(tags({QString()}, u"args.tags"_s).error(), Error::badField(u"args.tags[0]"_s, u"length"_s));
}

void TestLoungeRules::languagesAreCodes()
{
    QCOMPARE(*languages({u"ko"_s, u"zh-Hant"_s, u"KO"_s}, u"f"_s), (QStringList{u"ko"_s, u"zh-Hant"_s}));
    QCOMPARE(languages({u"ko"_s, u"k"_s}, u"f"_s).error(), Error::badField(u"f[1]"_s, u"length"_s));
    QCOMPARE(languages({QString(17, u'a')}, u"f"_s).error(), Error::badField(u"f[0]"_s, u"length"_s));
    for (const QString &code : {u"한국"_s, u"k o"_s, u"ko_KR"_s, u"k\u00f6"_s})
        QCOMPARE(languages({code}, u"f"_s).error(), Error::badField(u"f[0]"_s, u"characters"_s));
}

void TestLoungeRules::anAccountGrowsUpAtThatMoment()
{
    const Duration least = std::chrono::days(3);
    QVERIFY(isGrownUp(now - least, now, least));
    QVERIFY(!isGrownUp(now - least + Duration(1), now, least));
    QVERIFY(!isGrownUp(now + 1h, now, least)); // the clock went back
}

void TestLoungeRules::whoDidSomethingCountsOnce()
{
    Deed deed;
    int people = 0;
    const auto turn = [&](const Deed &next) {
        people += peopleMore(deed, next);
        deed = next;
        return people;
    };
    QCOMPARE(turn(liking(deed, true, now, true)), 1);
    QCOMPARE(turn(commenting(deed, 1, true)), 1);
    QCOMPARE(turn(commenting(deed, 1, true)), 1);
    QCOMPARE(turn(liking(deed, false, now, true)), 1);
    QCOMPARE(turn(commenting(deed, -1, true)), 1);
    QCOMPARE(turn(commenting(deed, -1, true)), 0);
    QVERIFY(deed.isNothing());
    QCOMPARE(turn(commenting(deed, -1, true)), 0); // nothing is left to be taken
    QCOMPARE(deed, Deed());
}

void TestLoungeRules::theFirstDeedDecidesWhetherItCounts()
{
    const Deed young = liking({}, true, now, false);
    QCOMPARE(peopleMore({}, young), 0);
    const Deed later = commenting(young, 1, true);
    QVERIFY(!later.counts);
    QCOMPARE(peopleMore(young, later), 0);
    const Deed old = commenting({}, 1, true);
    QVERIFY(liking(old, true, now, false).counts);
}

void TestLoungeRules::whatWasTakenBackIsForgotten()
{
    const Deed young = liking({}, true, now, false), nothing = liking(young, false, now, true);
    QCOMPARE(nothing, Deed());
    QCOMPARE(peopleMore(nothing, liking(nothing, true, now, true)), 1);
}

void TestLoungeRules::aLikeKeepsItsMoment()
{
    const Deed once = liking({}, true, now, true);
    QCOMPARE(liking(once, true, now + 1h, true), once);
    QCOMPARE(once.liked, std::optional(now));
}

QTEST_GUILESS_MAIN(TestLoungeRules)
#include "tst_lounge_rules.moc"
