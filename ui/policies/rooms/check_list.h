#pragma once

#include "ui/shared/theme.h"

#include <QString>
#include <QWidget>

#include <utility>
#include <vector>

class QBoxLayout;
class QCheckBox;
class QLabel;

namespace signalbox {

// Any number of a few things, each with a check box.
class CheckList : public QWidget {
    Q_OBJECT

public:
    using Choices = std::vector<std::pair<QString, QString>>;   // id, name

    // A box is called `objectName` and its id. `none` stands there while there is nothing to choose.
    CheckList(Theme& theme, const QString& objectName, Qt::Orientation orientation, const QString& none = {},
              QWidget* parent = nullptr);

    void setChoices(const Choices& choices);
    void setChosen(const std::vector<std::string>& ids);   // emits nothing

Q_SIGNALS:
    // By a person: the ids in the order of the choices.
    void edited(const std::vector<std::string>& ids);

private:
    std::vector<std::string> chosen() const;

    Theme& m_theme;
    QBoxLayout* m_layout;
    QLabel* m_none;
    Choices m_choices;
    std::vector<QCheckBox*> m_boxes;
};

}
