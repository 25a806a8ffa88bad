// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QLocale>
#include <QString>

#include <memory>
#include <optional>

namespace jjak::client {

//! A town or a district that a person can choose as "where I am". Names it does not have are empty.
struct Place {
    QString nameEn;
    QString nameKo;
    QString country;  //!< ISO 3166 code, two letters
    QString region;   //!< province or state in English; empty where it says no more than the name
    QString regionKo;
    double latitude = 0;   //!< degrees, the approximate centre
    double longitude = 0;  //!< degrees
    int population = 0;    //!< rounded, for ranking

    //! The name alone: "강남구", "Gangnam-gu". Falls back to English.
    [[nodiscard]] QString name(QLocale::Language language) const;

    friend bool operator==(const Place &, const Place &) = default;
};

//! The places of the world that come with the program, so that nobody needs a positioning device or a network service.
//! Reads its data at the first question (about 30 ms) and knows nothing of cells. One thread.
class PlaceList {
public:
    PlaceList();
    ~PlaceList();
    PlaceList(const PlaceList &) = delete;
    PlaceList &operator=(const PlaceList &) = delete;

    [[nodiscard]] qsizetype size() const;

    //! The best `limit` places for what somebody has typed so far: beginnings of names first, then beginnings of words,
    //! then anywhere; larger places first. Takes both languages, half-composed Hangul ("강나"), initial consonants
    //! ("ㄱㄴ"), several words ("부산 중구"), and ignores case and accents. Hangul prefers places in Korea.
    [[nodiscard]] QList<Place> search(QStringView typed, qsizetype limit = 20) const;

    //! The place whose centre is nearest; of two with one centre the smaller. Nothing for coordinates that are none.
    [[nodiscard]] std::optional<Place> nearest(double latitude, double longitude) const;

    //! "대한민국", "South Korea"; the code itself when it is unknown.
    [[nodiscard]] QString countryName(const QString &code, QLocale::Language language) const;

    //! What tells places of one name apart: "서울특별시, 대한민국", "Seoul, South Korea".
    [[nodiscard]] QString detail(const Place &place, QLocale::Language language) const;

private:
    struct Index;
    [[nodiscard]] const Index &index() const;

    mutable std::unique_ptr<Index> m_index;
};

} // namespace jjak::client
