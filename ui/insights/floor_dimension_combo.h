#pragma once

#include "model/figures/floor_question.h"
#include "ui/shared/quiet_combo.h"

namespace signalbox {

// What to break the floor's figures down by: what every conversation has, then the attributes that have been seen. Found by
// typing a part of the name.
class FloorDimensionCombo : public QuietCombo {
    Q_OBJECT

public:
    enum class Nothing { No, Yes };   // whether there is an entry for none

    FloorDimensionCombo(const QString& name, const QString& objectName, Nothing nothing, QWidget* parent = nullptr);

    void setAttributes(const std::vector<std::string>& attributes);   // what is chosen stays chosen
    std::optional<FloorDimension> dimension() const;
    void choose(const std::optional<FloorDimension>& dimension);

protected:
    void focusInEvent(QFocusEvent* event) override;

private:
    void takeFirstMatch();
    void takeBackWhatIsNone();

    std::vector<std::string> m_attributes;
    int m_builtIn = 0;
};

}
