// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/place/place_key.h"
#include "client/core/place/place_list.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;
using namespace jjak::client;

class TstPlaces : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyLineOfTheTableIsAPlace();
    void everyKoreanDistrictIsThere_data();
    void everyKoreanDistrictIsThere();
    void firstAnswer_data();
    void firstAnswer();
    void beginningsComeBeforeMiddles();
    void largerPlacesComeFirst();
    void severalWordsNarrowByRegion();
    void nothingTypedFindsNothing();
    void limitIsKept();
    void nearestIsTheDistrictNotTheCity();
    void nearestWorksAcrossTheDateLine();
    void nearestOfNoPointIsNothing();
    void namesFollowTheLanguage();
    void searchIsFast();
};

namespace {

PlaceList &places()
{
    static PlaceList list;
    return list;
}

QString firstName(const QString &typed)
{
    const auto found = places().search(typed, 1);
    return found.isEmpty() ? QString() : found.first().nameEn;
}

} // namespace

void TstPlaces::everyLineOfTheTableIsAPlace()
{
    QVERIFY(places().size() > 20000);
    QVERIFY(places().size() <= 25000);
    QFile table(u"" JJAK_SOURCE_DIR "/resources/places/places.tsv"_s);
    QVERIFY(table.open(QIODevice::ReadOnly));
    QVERIFY(table.size() < 1'600'000);
    int previous = std::numeric_limits<int>::max();
    while (!table.atEnd()) {
        const QList<QByteArray> fields = table.readLine().trimmed().split('\t');
        QCOMPARE(fields.size(), 8);
        QVERIFY2(!fields[0].isEmpty() && fields[2].size() == 2, fields.join('|').constData());
        QVERIFY2(std::abs(fields[5].toDouble()) <= 90 && std::abs(fields[6].toDouble()) <= 180, fields.join('|').constData());
        QVERIFY2(fields[7].toInt() > 0 && fields[7].toInt() <= previous, fields.join('|').constData());
        previous = fields[7].toInt();
    }
}

void TstPlaces::everyKoreanDistrictIsThere_data()
{
    QTest::addColumn<QString>("region");
    QTest::addColumn<int>("districts");
    QTest::newRow("Seoul") << u"서울특별시"_s << 25;
    QTest::newRow("Busan") << u"부산광역시"_s << 16;
    QTest::newRow("Daegu") << u"대구광역시"_s << 9;
    QTest::newRow("Incheon, old and new") << u"인천광역시"_s << 13;
    QTest::newRow("Gwangju") << u"광주광역시"_s << 5;
    QTest::newRow("Daejeon") << u"대전광역시"_s << 5;
    QTest::newRow("Ulsan") << u"울산광역시"_s << 5;
    QTest::newRow("Gyeonggi, with the gu of its cities") << u"경기도"_s << 31 + 24;
    QTest::newRow("Gangwon") << u"강원특별자치도"_s << 18;
    QTest::newRow("North Chungcheong") << u"충청북도"_s << 11 + 4;
    QTest::newRow("South Chungcheong") << u"충청남도"_s << 15 + 2;
    QTest::newRow("North Jeolla") << u"전북특별자치도"_s << 14 + 2;
    QTest::newRow("South Jeolla") << u"전라남도"_s << 22;
    QTest::newRow("North Gyeongsang") << u"경상북도"_s << 22 + 2;
    QTest::newRow("South Gyeongsang") << u"경상남도"_s << 18 + 5;
    QTest::newRow("Jeju") << u"제주특별자치도"_s << 2;
}

void TstPlaces::everyKoreanDistrictIsThere()
{
    QFETCH(QString, region);
    QFETCH(int, districts);
    QSet<QString> names;
    for (const QString &kind : {u"구"_s, u"시"_s, u"군"_s}) {
        for (const Place &place : places().search(kind, 25000)) {
            if (place.country == "KR"_L1 && place.regionKo == region && place.nameKo.endsWith(kind)) {
                names.insert(place.nameKo);
                QVERIFY2(place.latitude > 33 && place.latitude < 38.7, qPrintable(place.nameKo));
                QVERIFY2(place.longitude > 124 && place.longitude < 131, qPrintable(place.nameKo));
            }
        }
    }
    QCOMPARE(names.size(), districts);
}

void TstPlaces::firstAnswer_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("name");
    QTest::newRow("English") << u"gangn"_s << u"Gangnam-gu"_s;
    QTest::newRow("any case") << u"SEOUL"_s << u"Seoul"_s;
    QTest::newRow("Hangul") << u"강남"_s << u"Gangnam-gu"_s;
    QTest::newRow("half a syllable") << u"강나"_s << u"Gangnam-gu"_s;
    QTest::newRow("half a syllable, consonant alone") << u"해운ㄷ"_s << u"Haeundae-gu"_s;
    QTest::newRow("initial consonants") << u"ㄱㄴㄱ"_s << u"Gangnam-gu"_s;
    QTest::newRow("two initial consonants") << u"ㄱㄴ"_s << u"Gangnam-gu"_s;
    QTest::newRow("initial consonants of a city") << u"ㅅㅇㅌㅂㅅ"_s << u"Seoul"_s;
    QTest::newRow("district inside a city") << u"분당"_s << u"Bundang-gu, Seongnam"_s;
    QTest::newRow("city in Hangul abroad") << u"파리"_s << u"Paris"_s;
    QTest::newRow("accents typed") << u"São Paulo"_s << u"São Paulo"_s;
    QTest::newRow("accents not typed") << u"sao paulo"_s << u"São Paulo"_s;
    QTest::newRow("stroke letters") << u"walbrzych"_s << u"Wałbrzych"_s;
    QTest::newRow("space for hyphen") << u"gangnam gu"_s << u"Gangnam-gu"_s;
    QTest::newRow("word with its region") << u"서울 강서"_s << u"Gangseo-gu"_s;
    QTest::newRow("two-word name") << u"new yor"_s << u"New York"_s;
}

void TstPlaces::firstAnswer()
{
    QFETCH(QString, typed);
    QFETCH(QString, name);
    QCOMPARE(firstName(typed), name);
}

void TstPlaces::beginningsComeBeforeMiddles()
{
    const auto found = places().search(u"york", 30);
    QVERIFY(found.size() > 2);
    const auto beginsWithYork = [](const Place &place) { return place.nameEn.startsWith("York"_L1); };
    QVERIFY(std::is_partitioned(found.begin(), found.end(), beginsWithYork));
    QVERIFY(beginsWithYork(found.first()));
    QVERIFY(std::any_of(found.begin(), found.end(), [](const Place &p) { return p.nameEn.startsWith("New York"_L1); }));
}

void TstPlaces::largerPlacesComeFirst()
{
    const auto found = places().search(u"london", 10);
    QVERIFY(found.size() >= 2);
    QCOMPARE(found.first().country, u"GB"_s);
    const auto larger = [](const Place &a, const Place &b) { return a.population > b.population; };
    const auto firstOther = std::find_if(found.begin(), found.end(), [](const Place &p) { return !p.nameEn.startsWith("London"_L1); });
    QVERIFY(std::is_sorted(found.begin(), firstOther, larger));
}

void TstPlaces::severalWordsNarrowByRegion()
{
    const auto found = places().search(u"부산 중구", 5);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().nameKo, u"중구"_s);
    QCOMPARE(found.first().regionKo, u"부산광역시"_s);
    QCOMPARE(places().search(u"중구", 50).size(), 6); // Seoul, Busan, Daegu, Incheon, Daejeon, Ulsan
}

void TstPlaces::nothingTypedFindsNothing()
{
    QVERIFY(places().search(u"").isEmpty());
    QVERIFY(places().search(u"  - ").isEmpty());
    QVERIFY(places().search(u"없는동네이름").isEmpty());
}

void TstPlaces::limitIsKept()
{
    QCOMPARE(places().search(u"a", 7).size(), 7);
    QVERIFY(places().search(u"a", 0).isEmpty());
}

void TstPlaces::nearestIsTheDistrictNotTheCity()
{
    QCOMPARE(places().nearest(37.5172, 127.0473)->nameKo, u"강남구"_s);
    QCOMPARE(places().nearest(37.57, 126.98)->nameKo, u"종로구"_s);
    QCOMPARE(places().nearest(35.1631, 129.1637)->nameKo, u"해운대구"_s);
}

void TstPlaces::nearestWorksAcrossTheDateLine()
{
    const auto east = places().nearest(-18.1, 179.99);
    const auto west = places().nearest(-18.1, -179.99);
    QVERIFY(east && west);
    QCOMPARE(*west, *east);
    QCOMPARE(east->country, u"FJ"_s);
}

void TstPlaces::nearestOfNoPointIsNothing()
{
    QVERIFY(!places().nearest(std::numeric_limits<double>::quiet_NaN(), 0));
    QVERIFY(!places().nearest(91, 0));
    QVERIFY(!places().nearest(0, 181));
}

void TstPlaces::namesFollowTheLanguage()
{
    const Place gangnam = places().search(u"강남구", 1).first();
    QCOMPARE(gangnam.name(QLocale::Korean), u"강남구"_s);
    QCOMPARE(gangnam.name(QLocale::English), u"Gangnam-gu"_s);
    QCOMPARE(places().detail(gangnam, QLocale::Korean), u"서울특별시, 대한민국"_s);
    QCOMPARE(places().detail(gangnam, QLocale::English), u"Seoul, South Korea"_s);
    QCOMPARE(places().countryName(u"??"_s, QLocale::English), u"??"_s);
}

void TstPlaces::searchIsFast()
{
    QElapsedTimer timer;
    timer.start();
    PlaceList fresh;
    QVERIFY(fresh.size() > 0);
    const qint64 load = timer.restart();
    constexpr int rounds = 4;
    const QStringList typed{u"a"_s, u"seo"_s, u"강"_s, u"ㄱㄴ"_s, u"부산 중구"_s};
    for (int round = 0; round < rounds; ++round) {
        for (const QString &text : typed)
            (void)fresh.search(text, 20);
    }
    const double search = double(timer.nsecsElapsed()) / 1e6 / double(rounds * typed.size());
    qInfo("loaded in %lld ms, searched in %.2f ms", load, search);
    // Five times the design's numbers: the machine may be busy, a wrong algorithm is slower than that.
    QVERIFY(load < 300);
    QVERIFY(search < 25);
}

QTEST_GUILESS_MAIN(TstPlaces)
#include "tst_places.moc"
