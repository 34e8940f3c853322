#pragma once

#include "ui/conversation/moves/move_targets.h"
#include "ui/shared/theme.h"

#include <QWidget>

class QLineEdit;
class QListWidget;

namespace signalbox {

// Places and people to choose from by a few letters: a line of words over the list that they narrow. Up and Down in the
// line go through the list.
class TargetPicker : public QWidget {
    Q_OBJECT

public:
    // `name` is what a screen reader says of both.
    TargetPicker(Theme& theme, std::vector<MoveTarget> targets, const QString& name, const QString& placeholder,
                 QWidget* parent = nullptr);

    const MoveTarget* chosen() const;
    QString whyNone() const;   // why nothing is chosen; empty when something is

Q_SIGNALS:
    void changed();     // something else is chosen
    void activated();   // by a double click, or Enter in the list

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search(const QString& words);

    std::vector<MoveTarget> m_targets;
    QLineEdit* m_words;
    QListWidget* m_list;
};

}
