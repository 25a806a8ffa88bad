// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/privacy/findings.h"

#include <QRegularExpression>
#include <algorithm>
#include <cmath>
#include <functional>

#include "tests/privacy/needles.h"

namespace jjak::privacy {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostTold = 5; //!< sentences of one kind: more help nobody

//! Something that only some may know, some from a certain moment on, some things for one evening only.
struct Secret {
    QString what;
    QMap<int, Time> mayKnow;
    int evening = -1;

    bool isBetrayedBy(int guest, const Heard &heard) const
    {
        const auto since = mayKnow.constFind(guest);
        return since == mayKnow.cend() || heard.at < *since || (evening >= 0 && heard.evening != evening);
    }
};

class Secrets {
public:
    explicit Secrets(const Record &record)
    {
        for (int i = 0; i < int(record.guests.size()); ++i) {
            const Guest &guest = record.guests[size_t(i)];
            addId(guest.account.toBytes(), {u"an account"_s, {{i, {}}}});
            for (const QByteArray &text : guest.secrets)
                addText(text, {u"a device or token"_s, {{i, {}}}});
            QMap<int, Time> knowTheName = guest.friends;
            knowTheName.insert(i, {});
            addText(guest.name.toUtf8(), {u"a name"_s, knowTheName});
        }
        for (const Table &table : record.tables) {
            QMap<int, Time> sit;
            for (const int guest : table.guests)
                sit.insert(guest, {});
            for (const QByteArray &id : table.ids)
                addText(id, {u"something of a date"_s, sit, table.evening});
        }
        for (const Couple &couple : record.couples) {
            for (const QByteArray &id : couple.ids)
                addText(id, {u"something of a pair"_s, {{couple.one, {}}, {couple.other, {}}}});
        }
    }
    template <class F>
    void search(const QByteArray &frame, F &&found) const
    {
        m_needles.search(frame, [&](int tag) { found(m_secrets[tag]); });
    }

private:
    void addText(const QByteArray &text, const Secret &secret)
    {
        if (text.size() < Needles::shortest)
            return;
        m_needles.add(text, int(m_secrets.size()));
        m_secrets.append(secret);
    }
    void addId(const QByteArray &bytes, const Secret &secret)
    {
        for (const QByteArray &text : {bytes, bytes.toHex(), bytes.toBase64(QByteArray::OmitTrailingEquals), bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)})
            addText(text, secret);
    }

    Needles m_needles;
    QList<Secret> m_secrets;
};

template <class F>
void forEachFrame(const Record &record, F &&f)
{
    for (int i = 0; i < int(record.guests.size()); ++i) {
        for (const Heard &heard : record.guests[size_t(i)].heard)
            f(i, heard);
    }
}

void note(QStringList &out, const QString &sentence)
{
    if (out.size() < mostTold && !out.contains(sentence))
        out.append(sentence);
}

//! Where a word was heard, and by whom.
struct Places {
    QSet<int> tables, guests;
};

QHash<QByteArray, Places> longWords(const Record &record)
{
    static const QRegularExpression word(u"[A-Za-z0-9_-]{16,}"_s);
    QHash<QByteArray, Places> out;
    forEachFrame(record, [&](int guest, const Heard &heard) {
        const auto sitting = record.guests[size_t(guest)].sittings.constFind(heard.evening);
        const QString text = QString::fromUtf8(heard.frame);
        for (auto it = word.globalMatch(text); it.hasNext();) {
            Places &places = out[it.next().captured().toLatin1()];
            places.guests.insert(guest);
            if (sitting != record.guests[size_t(guest)].sittings.cend())
                places.tables.insert(sitting->table);
        }
    });
    return out;
}

//! When a frame came, and how long it was.
struct Shape {
    Time at;
    qsizetype size;
    QByteArray kind; //!< the frame's beginning, for the sentence only
    bool operator==(const Shape &other) const { return at == other.at && size == other.size; }
};

//! Frames of a date from its beginning to its end, of one kind, with one's own counters made equal. (Who came last is
//! answered when the date has begun already; that is before its first moment is over.)
QList<Shape> shapeOf(const Guest &guest, const Table &table, bool answers)
{
    static const QRegularExpression counters(u"\"(version|seq|read|re)\":[0-9]+"_s);
    QList<Shape> out;
    std::optional<Time> begun;
    for (const Heard &heard : guest.heard) {
        if (heard.evening != table.evening)
            continue;
        if (!begun && heard.frame.contains(table.room.toText()))
            begun = heard.at;
        // Dates show no presence: what is told of it here is a room that two who met on an earlier evening have.
        const bool ofAnother = heard.frame.startsWith("{\"ev\":\"room.presence\"") && !heard.frame.contains(table.room.toText());
        if (begun && !ofAnother && heard.answer == answers && !(answers && heard.at == *begun)) {
            const QString text = QString::fromUtf8(heard.frame).replace(counters, u"\"\\1\":0"_s);
            out.append({heard.at, text.toUtf8().size(), text.toUtf8()});
        }
        if (begun && heard.frame.contains("\"phase\":\"closed\""))
            break;
    }
    return out;
}

//! Where two of them begin to differ, in words.
QString difference(const QList<Shape> &one, const QList<Shape> &other)
{
    const auto [a, b] = std::ranges::mismatch(one, other);
    const auto told = [](auto it, auto end) { return it == end ? u"nothing more"_s : u"%1 bytes at %2: %3"_s.arg(it->size).arg(QString::fromLatin1(toIso(it->at)), QString::fromUtf8(it->kind)); };
    return told(a, one.cend()) + u" | "_s + told(b, other.cend());
}

//! The sum of rank correlations, in standard deviations of what chance gives.
double correlation(const std::vector<std::pair<std::vector<int>, std::vector<int>>> &samples)
{
    double sum = 0, variance = 0;
    for (const auto &[a, b] : samples) {
        const double n = double(a.size());
        double distance = 0;
        for (size_t i = 0; i < a.size(); ++i)
            distance += double((a[i] - b[i]) * (a[i] - b[i]));
        sum += 1 - 6 * distance / (n * (n * n - 1)); // Spearman's
        variance += 1 / (n - 1);
    }
    return variance > 0 ? sum / std::sqrt(variance) : 0;
}

//! 0, 1, 2 … in the order of the values; equal ones in the order given.
std::vector<int> ranks(const std::vector<int> &values)
{
    std::vector<int> out(values.size());
    for (size_t i = 0; i < values.size(); ++i) {
        for (size_t k = 0; k < values.size(); ++k)
            out[i] += values[k] < values[i] || (values[k] == values[i] && k < i);
    }
    return out;
}

//! The same correlation for something that each seat has.
double correlationOf(const Record &record, const std::function<int(const Sitting &)> &what)
{
    std::vector<std::pair<std::vector<int>, std::vector<int>>> samples;
    for (const Table &table : record.tables) {
        std::vector<int> values;
        for (const int guest : table.guests)
            values.push_back(what(record.guests[size_t(guest)].sittings[table.evening]));
        // From behind, too, so that ranking equal values by order does not look like order.
        std::vector<int> order(values.size()), reversed(values.rbegin(), values.rend());
        for (size_t i = 0; i < order.size(); ++i)
            order[i] = int(i);
        const bool turned = table.room.data()[0] % 2;
        std::vector<int> ranked = ranks(turned ? reversed : values);
        if (turned)
            std::reverse(ranked.begin(), ranked.end());
        samples.push_back({order, ranked});
    }
    return correlation(samples);
}

} // namespace

QStringList foreignIdentifiers(const Record &record)
{
    QStringList out;
    const Secrets secrets(record);
    forEachFrame(record, [&](int guest, const Heard &heard) {
        secrets.search(heard.frame, [&](const Secret &secret) {
            if (secret.isBetrayedBy(guest, heard))
                note(out, secret.what + u" that is none of their business, in: "_s + QString::fromUtf8(heard.frame.left(60)));
        });
    });
    return out;
}

QStringList linkingWords(const Record &record)
{
    QStringList out;
    QHash<QByteArray, QSet<int>> own; // what belongs to somebody, and may be told to them alone at any table
    for (int i = 0; i < int(record.guests.size()); ++i) {
        own[record.guests[size_t(i)].account.toText()] = {i};
        for (const QByteArray &text : record.guests[size_t(i)].secrets)
            own[text] = {i};
    }
    for (const Couple &couple : record.couples) {
        for (const QByteArray &id : couple.ids)
            own[id] = {couple.one, couple.other};
    }
    const auto words = longWords(record);
    for (auto it = words.cbegin(); it != words.cend(); ++it) {
        const bool mine = own.contains(it.key()) && own.value(it.key()).contains(it->guests);
        if (it->tables.size() > 1 && !mine && !record.open.contains(it.key()))
            note(out, u"“%1” was heard at %2 tables"_s.arg(QString::fromLatin1(it.key())).arg(it->tables.size()));
    }
    return out;
}

QStringList undescribedFrames(const Record &record)
{
    QStringList out;
    forEachFrame(record, [&](int, const Heard &heard) {
        if (!heard.described)
            note(out, u"more than is described: "_s + QString::fromUtf8(heard.frame.left(300)));
    });
    return out;
}

QStringList unequalShapes(const Record &record)
{
    QStringList out;
    for (const Table &table : record.tables) {
        for (const bool answers : {false, true}) {
            std::optional<QList<Shape>> first;
            for (const int index : table.guests) {
                const Guest &guest = record.guests[size_t(index)];
                if (!guest.sittings[table.evening].plain)
                    continue;
                const auto shape = shapeOf(guest, table, answers);
                if (first && *first != shape)
                    note(out, u"evening %1, %2: %3"_s.arg(table.evening).arg(answers ? u"in answer"_s : u"unasked"_s, difference(*first, shape)));
                if (!first)
                    first = shape;
            }
        }
    }
    return out;
}

QStringList tellingSeats(const Record &record)
{
    QStringList out;
    const QHash<QString, std::function<int(const Sitting &)>> traits{{u"seats"_s, [](const Sitting &s) { return s.seat; }},
                                                                     {u"colours"_s, [](const Sitting &s) { return s.alias.colour; }},
                                                                     {u"animals"_s, [](const Sitting &s) { return s.alias.animal; }},
                                                                     {u"moods"_s, [](const Sitting &s) { return s.alias.mood; }}};
    for (auto it = traits.cbegin(); it != traits.cend(); ++it) {
        const double deviation = correlationOf(record, *it);
        if (std::abs(deviation) > 4)
            out.append(u"%1 go with the order of arrival, %2 standard deviations from chance"_s.arg(it.key()).arg(deviation, 0, 'f', 1));
    }
    int again = 0;
    double expected = 0;
    for (const Guest &guest : record.guests) {
        QStringList before;
        for (const Sitting &sitting : guest.sittings) {
            again += int(before.count(sitting.alias.toText()));
            expected += double(before.size()) / (Alias::animals.size() * Alias::moods.size() * Alias::colours);
            before.append(sitting.alias.toText());
        }
    }
    if (again > expected + 5 * std::sqrt(expected) + 3)
        out.append(u"aliases came back to their bearers %1 times, by chance it would be %2"_s.arg(again).arg(expected, 0, 'f', 1));
    return out;
}

int mixedTables(const Record &record)
{
    int count = 0;
    for (const Table &table : record.tables) {
        bool met = false, alone = false;
        for (const int guest : table.guests) {
            const Sitting sitting = record.guests[size_t(guest)].sittings[table.evening];
            met = met || (sitting.plain && sitting.met);
            alone = alone || (sitting.plain && !sitting.met);
        }
        count += met && alone;
    }
    return count;
}

QStringList findings(const Record &record)
{
    return foreignIdentifiers(record) + linkingWords(record) + undescribedFrames(record) + unequalShapes(record) + tellingSeats(record);
}

} // namespace jjak::privacy
