// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

//! What screen readers are told of widgets that paint several things themselves.
namespace jjak::desktop {

//! One of the things a widget paints, by its place among them. It stands for the place: what is there now is asked for each
//! time. An heir says what that is, and is asked only while there is something.
class PartAccessible : public QAccessibleInterface {
public:
    PartAccessible(QWidget *widget, int place) : m_widget(widget), m_place(place) {}

    [[nodiscard]] int place() const { return m_place; }
    [[nodiscard]] QWidget *widget() const { return m_widget; }

    //! Heirs ask here first: without it there is no widget.
    [[nodiscard]] bool isValid() const override { return !m_widget.isNull(); }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_widget); }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QString text(QAccessible::Text type) const override;
    void setText(QAccessible::Text, const QString &) override {}
    [[nodiscard]] QRect rect() const override;
    [[nodiscard]] QAccessible::State state() const override;

protected:
    [[nodiscard]] virtual QString name() const = 0;
    //! In the widget.
    [[nodiscard]] virtual QRect area() const = 0;
    [[nodiscard]] virtual QAccessible::State condition() const = 0;

private:
    QPointer<QWidget> m_widget;
    int m_place;
};

//! A widget whose children are such parts. They are made when somebody asks for them, and live as long as this does. An heir
//! says how many there are.
class PartsAccessible : public QAccessibleWidget {
public:
    using QAccessibleWidget::QAccessibleWidget;
    ~PartsAccessible() override;

    [[nodiscard]] int childCount() const override = 0;
    [[nodiscard]] QAccessibleInterface *child(int place) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;

protected:
    [[nodiscard]] virtual PartAccessible *makePart(int place) const = 0;

private:
    mutable QHash<int, QAccessible::Id> m_parts;
};

} // namespace jjak::desktop
