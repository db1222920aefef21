/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.tensor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.ValueKind;
import org.loupe.api.model.ValueSpec;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/**
 * Checks the inputs of a run against what the model declares, before native code sees them. Floating-point numbers are
 * converted to the width that the model takes, and whole numbers to a wider type; no other conversion is made.
 */
public final class InputCheck {
  private static final List<ElementType> SIGNED =
      List.of(ElementType.INT8, ElementType.INT16, ElementType.INT32, ElementType.INT64);
  private static final List<ElementType> UNSIGNED =
      List.of(ElementType.UINT8, ElementType.UINT16, ElementType.UINT32, ElementType.UINT64);

  private InputCheck() {
  }

  /**
   * The inputs, in the types that the model takes.
   *
   * @throws LoupeException BAD_INPUT if one is missing, unknown, or of a type or shape that does not fit;
   *     NOT_APPLICABLE if the model takes what is no tensor
   */
  public static Map<String, Tensor> fit(ModelDescription model, Map<String, Tensor> inputs) throws LoupeException {
    for (String name : inputs.keySet()) {
      if (model.input(name).isEmpty()) {
        throw LoupeException.badInput(model.name() + " has no input '" + name + "'; it has "
            + model.inputs().stream().map(ValueSpec::name).toList());
      }
    }
    Map<String, Tensor> fitting = new LinkedHashMap<>();
    for (ValueSpec spec : model.inputs()) {
      Tensor tensor = inputs.get(spec.name());
      if (tensor != null) {
        fitting.put(spec.name(), fit(model.name(), spec, tensor));
      } else if (spec.kind() != ValueKind.OPTIONAL) {
        throw LoupeException.badInput(model.name() + " needs the input '" + spec.name() + "' " + spec.typeText()
            + ", which is missing");
      }
    }
    return fitting;
  }

  private static Tensor fit(String model, ValueSpec spec, Tensor tensor) throws LoupeException {
    if (spec.kind() != ValueKind.TENSOR && spec.kind() != ValueKind.OPTIONAL) {
      throw LoupeException.notApplicable("input '" + spec.name() + "' of " + model + " is a "
          + spec.kind().name().toLowerCase(Locale.ROOT) + ", and only tensors can be given to it");
    }
    if (spec.type().isEmpty()) {
      throw LoupeException.notApplicable("input '" + spec.name() + "' of " + model
          + " has an element type that Java cannot hold");
    }
    ElementType wanted = spec.type().get();
    boolean typeFits = tensor.type() == wanted || converts(tensor.type(), wanted);
    if (!typeFits || !shapeFits(spec, tensor.shape())) {
      throw LoupeException.badInput("input '" + spec.name() + "' of " + model + " must be " + spec.typeText() + ", not "
          + tensor.type() + " " + tensor.shape());
    }
    return tensor.type() == wanted ? tensor
        : ArrayTensor.convert(wanted, tensor.shape(), tensor.toDoubles());
  }

  private static boolean shapeFits(ValueSpec spec, Shape shape) {
    if (spec.dims().isEmpty()) {
      return true;
    }
    List<Dimension> dims = spec.dims().get();
    boolean fits = dims.size() == shape.rank();
    for (int axis = 0; fits && axis < dims.size(); axis++) {
      fits = !dims.get(axis).known() || dims.get(axis).size() == shape.dim(axis);
    }
    return fits;
  }

  private static boolean converts(ElementType from, ElementType to) {
    if (from.isFloating() && to.isFloating()) {
      return true;
    }
    boolean signedToSigned = SIGNED.contains(from) && SIGNED.contains(to);
    boolean fromUnsigned = UNSIGNED.contains(from) && (UNSIGNED.contains(to) || SIGNED.contains(to));
    return (signedToSigned || fromUnsigned) && from.bytes() < to.bytes();
  }
}
