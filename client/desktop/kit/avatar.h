// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace jjak::desktop {

class Theme;

//! The letter that stands for a name: its first visible character, in capitals where there are any; "?" for no name.
[[nodiscard]] QString avatarInitial(const QString &name);

//! Draws the round sign of a person or a room: the initial on a colour that depends on `key` alone.
void paintAvatar(QPainter &painter, const QRectF &rect, const QString &name, const QString &key, const Theme &theme);

//! The round sign of a person or a room as a widget. It knows a name and a key, nothing of accounts.
class Avatar : public QWidget {
    Q_OBJECT

public:
    explicit Avatar(const Theme &theme, int diameter, QWidget *parent = nullptr);

    //! `key` is what the colour hangs on; it should not change when the name does.
    void setPerson(const QString &name, const QString &key);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    int m_diameter;
    QString m_name;
    QString m_key;
};

} // namespace jjak::desktop
