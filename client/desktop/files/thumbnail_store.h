// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QPixmap>
#include <QSet>

namespace jjak::desktop {

//! The same colours without anything that could be made out.
QPixmap blurred(const QPixmap &picture);
//! A small picture out of what the server made, or this program: JPEG or PNG, and nothing else is read. Null for the rest.
QPixmap decodedThumbnail(const QByteArray &bytes);
//! What it costs to remember one, in KiB.
int costOf(const QPixmap &picture);

//! Small pictures by a key, plain and blurred, as long as there is room for them; which of them were asked for, and which
//! somebody has looked at on purpose. It fetches nothing.
template <class Key>
class ThumbnailStore {
public:
    static constexpr int rememberedKib = 64 * 1024;

    bool has(const Key &key) const { return m_plain.contains(key); }
    //! Null when it is not here.
    QPixmap get(const Key &key, bool isBlurred)
    {
        const QPixmap *plain = m_plain.object(key);
        if (!plain || !isBlurred)
            return plain ? *plain : QPixmap();
        if (const QPixmap *known = m_blurred.object(key))
            return *known;
        const QPixmap made = blurred(*plain);
        m_blurred.insert(key, new QPixmap(made), costOf(made));
        return made;
    }
    //! False when it was asked for already and did not come: it is not asked for again before reset().
    bool ask(const Key &key)
    {
        const bool isNew = !m_asked.contains(key);
        m_asked.insert(key);
        return isNew;
    }
    //! False when it is no picture.
    bool put(const Key &key, const QByteArray &bytes)
    {
        const QPixmap picture = decodedThumbnail(bytes);
        if (picture.isNull())
            return false;
        m_plain.insert(key, new QPixmap(picture), costOf(picture));
        m_asked.remove(key); // when it is forgotten for want of room it may be fetched again
        return true;
    }
    void remove(const Key &key)
    {
        m_plain.remove(key);
        m_blurred.remove(key);
    }
    bool isRevealed(const Key &key) const { return m_revealed.contains(key); }
    void reveal(const Key &key) { m_revealed.insert(key); }
    void reset() { m_asked.clear(); }
    void clear()
    {
        m_plain.clear();
        m_blurred.clear();
        m_asked.clear();
        m_revealed.clear();
    }

private:
    QCache<Key, QPixmap> m_plain{rememberedKib}, m_blurred{rememberedKib}; //!< cost: KiB
    QSet<Key> m_asked, m_revealed;
};

} // namespace jjak::desktop
