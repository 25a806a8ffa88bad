// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>
#include <QStringListModel>
#include <memory>
#include <optional>
#include <vector>

namespace jjak::desktop {

class ComposerEdit;
class Theme;

//! One thing that can stand where its name is being typed.
struct Completed {
    QString label = {};  //!< in the list
    QString text = {};   //!< what stands in the box when it was taken
    QString spoken = {}; //!< by a screen reader
};

//! Knows things of one kind by their names, and the sign these names begin with.
class CompletionSource {
public:
    //! A name that is whole: what takes its place, and how much of the end of the line that is.
    struct Whole {
        qsizetype length = 0;
        Completed by = {};
    };

    virtual ~CompletionSource() = default;
    //! What stands before the end of the line as the beginning of a name, with its sign; null when nothing does.
    virtual QString begun(QStringView line) const = 0;
    //! Whose names begin so, the best one first.
    virtual QList<Completed> offers(const QString &begun) const = 0;
    //! A line that ends with a whole name which is replaced without being asked for.
    virtual std::optional<Whole> whole(QStringView) const { return std::nullopt; }
    //! It stands in the box now.
    virtual void taken(const Completed &) {}
};

//! While a name is being typed behind its sign: what it can become, in a list above the box, which keeps the focus. Up and
//! Down go through it, Enter, Tab or a click takes one, Esc closes it until something else is typed. Never while an input
//! method is composing.
class Completion final : public QListView {
    Q_OBJECT

public:
    //! The first source that has something to offer is asked.
    Completion(const Theme &theme, ComposerEdit &edit, std::vector<std::unique_ptr<CompletionSource>> sources);
    ~Completion() override;

    //! What a screen reader says of the current one; empty when nothing is offered.
    QString spoken() const;
    //! What would stand in the box.
    QStringList offered() const;

Q_SIGNALS:
    //! Opened, closed, or another one is the current one.
    void spokenChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool keyPressed(int key);
    bool wholeTyped(const QString &last);
    void replaceWhole();
    void refresh();
    bool offer(CompletionSource &source, const QString &begun);
    void place();
    void give();
    void step(int by);
    void take(int row);
    void replace(qsizetype length, CompletionSource &source, const Completed &by);

    const Theme &m_theme;
    ComposerEdit &m_edit;
    std::vector<std::unique_ptr<CompletionSource>> m_sources;
    CompletionSource *m_source = nullptr; //!< of what is offered
    QStringListModel m_labels;
    QList<Completed> m_offered;
    QString m_begun;   //!< what the list is for
    QString m_refused; //!< Esc was pressed at this, or it was taken
};

} // namespace jjak::desktop
