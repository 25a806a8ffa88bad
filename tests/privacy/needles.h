// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <bitset>
#include <cstring>

namespace jjak::privacy {

//! Looks for very many texts at once in very many others.
class Needles {
public:
    static constexpr int shortest = 6;

    //! At least `shortest` bytes. `tag` is what found() is told.
    void add(const QByteArray &text, int tag)
    {
        const quint64 key = keyAt(text.constData());
        m_seen.set(spot(key));
        m_byKey.insert(key, {text, tag});
    }
    //! Calls found(tag) for every place where one of them stands.
    template <class F>
    void search(QByteArrayView in, F &&found) const
    {
        for (qsizetype i = 0; i + shortest <= in.size(); ++i) {
            const quint64 key = keyAt(in.data() + i);
            if (!m_seen.test(spot(key)))
                continue;
            const auto [begin, end] = m_byKey.equal_range(key);
            for (auto it = begin; it != end; ++it) {
                if (in.sliced(i).startsWith(it->text))
                    found(it->tag);
            }
        }
    }

private:
    struct Needle {
        QByteArray text;
        int tag;
    };
    static quint64 keyAt(const char *bytes)
    {
        quint64 key = 0;
        std::memcpy(&key, bytes, shortest);
        return key;
    }
    static size_t spot(quint64 key) { return size_t((key * 0x9e3779b97f4a7c15u) >> 46); }

    std::bitset<size_t(1) << 18> m_seen;
    QMultiHash<quint64, Needle> m_byKey;
};

} // namespace jjak::privacy
