// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/place/place_list.h"

#include "client/core/place/place_key.h"

#include <QFile>
#include <QHash>

#include <array>
#include <cmath>
#include <numbers>
#include <vector>

using namespace Qt::StringLiterals;

// A static library's resources are only linked in when somebody asks for them, and the macro must stand outside namespaces.
static void initPlaceResource()
{
    Q_INIT_RESOURCE(core);
}

namespace jjak::client {

namespace {

enum Column { NameEn, NameKo, Country, RegionEn, RegionKo, Latitude, Longitude, Population, ColumnCount };
using Fields = std::array<QByteArrayView, ColumnCount>;

//! One line of the table: where it stands, and what it is compared by.
struct Row {
    QByteArrayView line;
    QString key;      // " english name\n korean name": every beginning of a word has a space before it
    QString initials; // "\n" and the first consonants
    float latitude = 0;
    float longitude = 0;
    int region = 0;
    bool korean = false;
};

//! How well a place answers; smaller is better.
enum Match { NamePrefix, WordPrefix, Anywhere, WithRegion, NoMatch };

QByteArray readResource(const QString &name)
{
    QFile file(u":/jjak/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the program was built without %s", qPrintable(name));
    return file.readAll();
}

Fields split(QByteArrayView line)
{
    Fields fields;
    for (int column = 0; column < ColumnCount; ++column) {
        const qsizetype tab = line.indexOf('\t');
        fields[std::size_t(column)] = tab < 0 ? line : line.first(tab);
        line = tab < 0 ? QByteArrayView() : line.sliced(tab + 1);
    }
    return fields;
}

template <typename Visit>
void eachLine(const QByteArray &table, Visit visit)
{
    for (qsizetype start = 0; start < table.size();) {
        const qsizetype end = table.indexOf('\n', start);
        const qsizetype stop = end < 0 ? table.size() : end;
        visit(QByteArrayView(table).sliced(start, stop - start));
        start = stop + 1;
    }
}

Place placeOf(const Row &row)
{
    const Fields f = split(row.line);
    return {.nameEn = QString::fromUtf8(f[NameEn]),
            .nameKo = QString::fromUtf8(f[NameKo]),
            .country = QString::fromUtf8(f[Country]),
            .region = QString::fromUtf8(f[RegionEn]),
            .regionKo = QString::fromUtf8(f[RegionKo]),
            .latitude = f[Latitude].toByteArray().toDouble(),
            .longitude = f[Longitude].toByteArray().toDouble(),
            .population = f[Population].toByteArray().toInt()};
}

QString nameKey(const Fields &f)
{
    QString key = u' ' + searchKey(QString::fromUtf8(f[NameEn]));
    if (!f[NameKo].isEmpty())
        key += u"\n "_s + searchKey(QString::fromUtf8(f[NameKo]));
    return key;
}

Match matchIn(QStringView key, QStringView typed)
{
    Match best = NoMatch;
    for (qsizetype at = key.indexOf(typed); at >= 0; at = key.indexOf(typed, at + 1)) {
        if (at == 1 || (at >= 2 && key[at - 2] == u'\n'))
            return NamePrefix;
        best = std::min(best, key[at - 1] == u' ' ? WordPrefix : Anywhere);
    }
    return best;
}

bool hasHangul(QStringView key)
{
    return std::any_of(key.begin(), key.end(), [](QChar c) { return c.script() == QChar::Script_Hangul; });
}

} // namespace

struct PlaceList::Index {
    Index();
    [[nodiscard]] Match match(const Row &row, QStringView typed, const QList<QStringView> &words, bool initials) const;
    int regionKey(const Fields &f);

    QByteArray table;
    QByteArray countryTable;
    std::vector<Row> rows; // most populous first, as in the table
    QHash<QString, std::array<QString, 2>> countries; // code → English, Korean
    QHash<QByteArray, int> regionNumbers;
    std::vector<QString> regionKeys;
};

PlaceList::Index::Index()
    : table(readResource(u"places.tsv"_s)), countryTable(readResource(u"countries.tsv"_s))
{
    eachLine(countryTable, [this](QByteArrayView line) {
        const Fields f = split(line);
        countries.insert(QString::fromUtf8(f[0]), {QString::fromUtf8(f[1]), QString::fromUtf8(f[2])});
    });
    rows.reserve(25000);
    eachLine(table, [this](QByteArrayView line) {
        const Fields f = split(line);
        rows.push_back({.line = line,
                        .key = nameKey(f),
                        .initials = f[NameKo].isEmpty() ? QString() : u'\n' + initialConsonants(QString::fromUtf8(f[NameKo])),
                        .latitude = f[Latitude].toByteArray().toFloat(),
                        .longitude = f[Longitude].toByteArray().toFloat(),
                        .region = regionKey(f),
                        .korean = f[Country] == "KR"});
    });
}

int PlaceList::Index::regionKey(const Fields &f)
{
    const QByteArray name(f[Country].data(), f[RegionKo].end() - f[Country].begin()); // the three stand together in the line
    const auto known = regionNumbers.constFind(name);
    if (known != regionNumbers.constEnd())
        return *known;
    const auto country = countries.value(QString::fromUtf8(f[Country]));
    QString key;
    for (const QString &part : {QString::fromUtf8(f[RegionEn]), QString::fromUtf8(f[RegionKo]), country[0], country[1]}) {
        if (!part.isEmpty())
            key += u' ' + searchKey(part);
    }
    regionKeys.push_back(key);
    return *regionNumbers.insert(name, int(regionKeys.size()) - 1);
}

Match PlaceList::Index::match(const Row &row, QStringView typed, const QList<QStringView> &words, bool initials) const
{
    if (initials) {
        const qsizetype at = row.initials.indexOf(typed);
        return at < 0 ? NoMatch : at == 1 ? NamePrefix : Anywhere;
    }
    const Match whole = matchIn(row.key, typed);
    if (whole != NoMatch || words.size() < 2)
        return whole;
    const QString &region = regionKeys[std::size_t(row.region)];
    bool named = false;
    for (const QStringView word : words) {
        const bool inName = matchIn(row.key, word) <= WordPrefix;
        if (!inName && matchIn(region, word) > WordPrefix)
            return NoMatch;
        named = named || inName;
    }
    return named ? WithRegion : NoMatch;
}

QString Place::name(QLocale::Language language) const
{
    return language == QLocale::Korean && !nameKo.isEmpty() ? nameKo : nameEn;
}

PlaceList::PlaceList() = default;
PlaceList::~PlaceList() = default;

const PlaceList::Index &PlaceList::index() const
{
    if (!m_index) {
        initPlaceResource();
        m_index = std::make_unique<Index>();
    }
    return *m_index;
}

qsizetype PlaceList::size() const
{
    return qsizetype(index().rows.size());
}

QList<Place> PlaceList::search(QStringView typed, qsizetype limit) const
{
    const QString key = searchKey(typed);
    if (key.isEmpty() || limit <= 0)
        return {};
    const bool initials = isInitialConsonants(key);
    const bool preferKorea = hasHangul(key);
    const QList<QStringView> words = QStringView(key).split(u' ');
    std::array<std::vector<const Row *>, 2 * NoMatch> found; // by match, Korea first
    for (const Row &row : index().rows) {
        const Match match = index().match(row, key, words, initials);
        if (match == NoMatch)
            continue;
        auto &bucket = found[std::size_t(2 * match + (preferKorea && !row.korean ? 1 : 0))];
        if (qsizetype(bucket.size()) < limit)
            bucket.push_back(&row);
    }
    QList<Place> places;
    for (const auto &bucket : found) {
        for (const Row *row : bucket) {
            if (places.size() == limit)
                return places;
            places.append(placeOf(*row));
        }
    }
    return places;
}

std::optional<Place> PlaceList::nearest(double latitude, double longitude) const
{
    if (!(std::abs(latitude) <= 90) || !(std::abs(longitude) <= 180))
        return std::nullopt;
    // A flat map around the asked point is exact enough to compare near candidates.
    const double shrink = std::cos(latitude * std::numbers::pi / 180);
    const Row *best = nullptr;
    double bestDistance = 0;
    for (const Row &row : index().rows) {
        const double north = row.latitude - latitude;
        const double east = std::remainder(row.longitude - longitude, 360.0) * shrink;
        const double distance = north * north + east * east;
        if (best == nullptr || distance <= bestDistance) {
            best = &row;
            bestDistance = distance;
        }
    }
    return placeOf(*best);
}

QString PlaceList::countryName(const QString &code, QLocale::Language language) const
{
    const auto names = index().countries.value(code);
    if (language == QLocale::Korean && !names[1].isEmpty())
        return names[1];
    return names[0].isEmpty() ? code : names[0];
}

QString PlaceList::detail(const Place &place, QLocale::Language language) const
{
    const bool korean = language == QLocale::Korean && !place.regionKo.isEmpty();
    const QString region = korean ? place.regionKo : place.region;
    const QString country = countryName(place.country, language);
    return region.isEmpty() ? country : region + u", "_s + country;
}

} // namespace jjak::client
