// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "server/domain/rooms/digest.h"

namespace jjak::domain {

//! A text in the form in which texts are compared: decomposed (Unicode NFKD) and without case. So 안 is three jamo, and the
//! unfinished 아 is found in it, as is a jamo that was typed alone.
QString folded(QStringView text);

//! What somebody looks for in texts. Words do not matter: 렌즈 is found in 콘택트렌즈를. Not for several threads at once.
class Needle {
public:
    //! Blanks around it do not count; isEmpty() when nothing else is there.
    explicit Needle(QStringView text) : m_pattern(folded(text.trimmed())), m_bits(Digest::bitsOf(m_pattern)) {}

    bool isEmpty() const { return m_pattern.isEmpty(); }
    //! false: in none of the texts of which that is the digest.
    bool mayBeIn(const Digest &digest) const { return digest.mayHave(m_bits); }
    bool isIn(QStringView text);

private:
    QString m_pattern;
    QList<int> m_bits;
    QString m_folded; //!< kept for its memory
};

} // namespace jjak::domain
