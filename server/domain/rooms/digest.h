// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringView>

namespace jjak::domain {

//! Which triples of letters occur in some texts, as bits that they share by chance: enough to pass over texts that cannot have
//! a word, too little to read any of them. Knows folded texts only (needle.h).
class Digest {
public:
    static constexpr int byteCount = 896; //!< of 32 messages of 70 letters every fifth bit is set; four of them fit on a page

    Digest() : m_bits(byteCount, '\0') {}
    explicit Digest(QByteArray bytes) : m_bits(std::move(bytes)) {}
    void add(QStringView foldedText);
    const QByteArray &bytes() const { return m_bits; }

    //! The bits of a text, for mayHave(); none for one of fewer than three letters, which may be anywhere.
    static QList<int> bitsOf(QStringView foldedText);
    bool mayHave(const QList<int> &bits) const;

private:
    QByteArray m_bits;
};

} // namespace jjak::domain
