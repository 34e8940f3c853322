#pragma once

#include "model/domain/knowledge.h"

#include <QWidget>

class QTableWidget;

namespace signalbox {

class Theme;

// Facts of a company: a table of labels and texts, edited in place.
class FactsEditor : public QWidget {
    Q_OBJECT

public:
    explicit FactsEditor(Theme& theme, QWidget* parent = nullptr);

    void setFacts(const std::vector<ProfileFact>& facts);   // `edited` is not emitted
    std::vector<ProfileFact> facts() const;                 // rows with a label or a text

Q_SIGNALS:
    void edited();

private:
    void addRow(const ProfileFact& fact);

    QTableWidget* m_table;
};

}
