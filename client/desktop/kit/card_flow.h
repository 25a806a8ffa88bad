// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>
#include <QWidget>

#include <memory>
#include <vector>

namespace jjak::desktop {

class Theme;

//! A rounded surface that groups what belongs together. Put a layout inside; can be made clickable as a whole.
class Card : public QWidget {
    Q_OBJECT

public:
    explicit Card(const Theme &theme, QWidget *parent = nullptr);

    //! A clickable card takes the focus, lifts under the mouse and answers to Return and Space.
    void setClickable(bool clickable);

Q_SIGNALS:
    void clicked();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    bool m_clickable = false;
};

//! Lays items out in as many equally wide columns as fit, row by row; the items of a row are equally high.
class CardFlow : public QLayout {
    Q_OBJECT

public:
    //! A column is at least `columnWidth` wide, unless the whole is narrower.
    explicit CardFlow(int columnWidth, int gap, QWidget *parent = nullptr);
    ~CardFlow() override;

    [[nodiscard]] int columnsFor(int width) const;

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override;
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override;
    [[nodiscard]] bool hasHeightForWidth() const override;
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize minimumSize() const override;
    [[nodiscard]] QSize sizeHint() const override;
    void setGeometry(const QRect &rect) override;

private:
    int arrange(const QRect &rect, bool apply) const;

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
    int m_columnWidth;
    int m_gap;
};

} // namespace jjak::desktop
