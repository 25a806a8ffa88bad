// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace jjak::desktop {

class Theme;

//! A heart with a number. Pressed, it only says so: it shows what it is told.
class LikeButton final : public QToolButton {
    Q_OBJECT

public:
    explicit LikeButton(const Theme &theme, QWidget *parent = nullptr);

    //! What one wrote oneself cannot be liked by oneself.
    void set(int likes, bool liked, bool mine);
    void retranslate();
    bool isLiked() const { return m_liked; }
    int likes() const { return m_likes; }

private:
    const Theme &m_theme;
    int m_likes = 0;
    bool m_liked = false;
    bool m_mine = false;
};

} // namespace jjak::desktop
